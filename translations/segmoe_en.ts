<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActRule</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadText</name>
    <message numerus="yes">
        <source>Waiting, %n ahead</source>
        <translation>
            <numerusform>Waiting, %n ahead</numerusform>
            <numerusform>Waiting, %n ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message numerus="yes">
        <source>and %n more recipe(s)</source>
        <translation>
            <numerusform>and %n more recipe</numerusform>
            <numerusform>and %n more recipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s): %1</source>
        <translation>
            <numerusform>%n picture: %1</numerusform>
            <numerusform>%n pictures: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MixChecks</name>
    <message numerus="yes">
        <source>k is %1 but only %n expert(s) are on.</source>
        <translation>
            <numerusform>k is %1 but only %n expert is on.</numerusform>
            <numerusform>k is %1 but only %n experts are on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n expert</numerusform>
            <numerusform>%n experts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active expert(s)</source>
        <translation>
            <numerusform>%n active expert</numerusform>
            <numerusform>%n active experts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message numerus="yes">
        <source>mean of %n block(s)</source>
        <translation>
            <numerusform>mean of %n block</numerusform>
            <numerusform>mean of %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of all %n block(s)</source>
        <translation>
            <numerusform>mean of %n block</numerusform>
            <numerusform>mean of all %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n kind(s)</source>
        <translation>
            <numerusform>mean of %n kind</numerusform>
            <numerusform>mean of %n kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>mean of %n step</numerusform>
            <numerusform>mean of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ActPanel</name>
    <message numerus="yes">
        <source>Selected %n</source>
        <comment>layers</comment>
        <translation>
            <numerusform>Selected %n</numerusform>
            <numerusform>Selected %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::AdvancedFields</name>
    <message numerus="yes">
        <source>Expert control: %n rule(s)</source>
        <translation>
            <numerusform>Expert control: %n rule</numerusform>
            <numerusform>Expert control: %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureBar</name>
    <message numerus="yes">
        <source>%n older capture(s) were dropped to save memory</source>
        <translation>
            <numerusform>%n older capture was dropped to save memory</numerusform>
            <numerusform>%n older captures were dropped to save memory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureStore</name>
    <message numerus="yes">
        <source>%1, %n step(s), %2</source>
        <translation>
            <numerusform>%1, %n step, %2</numerusform>
            <numerusform>%1, %n steps, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CardList</name>
    <message numerus="yes">
        <source>Add %n expert(s)</source>
        <translation>
            <numerusform>Add %n expert</numerusform>
            <numerusform>Add %n experts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ChoiceTimeline</name>
    <message numerus="yes">
        <source>Blocks by steps: %1. %n block(s).</source>
        <translation>
            <numerusform>Blocks by steps: %1. %n block.</numerusform>
            <numerusform>Blocks by steps: %1. %n blocks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CopiesDialog</name>
    <message numerus="yes">
        <source>%n file(s) hold the same</source>
        <translation>
            <numerusform>%n file hold the same</numerusform>
            <numerusform>%n files hold the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep one, trash %n</source>
        <translation>
            <numerusform>Keep one, trash %n</numerusform>
            <numerusform>Keep one, trash %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep “%1” and move %n other file(s) to the trash?</source>
        <translation>
            <numerusform>Keep “%1” and move %n other file to the trash?</numerusform>
            <numerusform>Keep “%1” and move %n other files to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n file(s) with “%1”?</source>
        <translation>
            <numerusform>Join %n file with “%1”?</numerusform>
            <numerusform>Join %n files with “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadStrip</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadsView</name>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExpertCard</name>
    <message numerus="yes">
        <source>Expert %1, %2, %3, %n prompt(s)</source>
        <translation>
            <numerusform>Expert %1, %2, %3, %n prompt</numerusform>
            <numerusform>Expert %1, %2, %3, %n prompts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Export %n picture(s)</source>
        <translation>
            <numerusform>Export %n picture</numerusform>
            <numerusform>Export %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ForecastPanel</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryCompare</name>
    <message numerus="yes">
        <source>and %n more difference(s)</source>
        <translation>
            <numerusform>and %n more difference</numerusform>
            <numerusform>and %n more differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryFilterBar</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryList</name>
    <message numerus="yes">
        <source>Copy %n picture(s) into the picture folder</source>
        <translation>
            <numerusform>Copy %n picture into the picture folder</numerusform>
            <numerusform>Copy %n pictures into the picture folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s) where they are</source>
        <translation>
            <numerusform>Add %n picture where it is</numerusform>
            <numerusform>Add %n pictures where they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryPage</name>
    <message numerus="yes">
        <source>%n picture file(s) could not be read.</source>
        <translation>
            <numerusform>%n picture file could not be read.</numerusform>
            <numerusform>%n picture files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be moved to the trash.</source>
        <translation>
            <numerusform>%n picture could not be moved to the trash.</numerusform>
            <numerusform>%n pictures could not be moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to the trash.</source>
        <translation>
            <numerusform>%n picture moved to the trash.</numerusform>
            <numerusform>%n pictures moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) exported.</source>
        <translation>
            <numerusform>%n picture exported.</numerusform>
            <numerusform>%n pictures exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be copied; the disk may be full.</source>
        <translation>
            <numerusform>%n picture could not be copied; the disk may be full.</numerusform>
            <numerusform>%n pictures could not be copied; the disk may be full.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GateLinesPlot</name>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GatesView</name>
    <message numerus="yes">
        <source>mean of %n decision(s)</source>
        <translation>
            <numerusform>mean of %n decision</numerusform>
            <numerusform>mean of %n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GridDialog</name>
    <message numerus="yes">
        <source>%n picture(s), about %1</source>
        <translation>
            <numerusform>%n picture, about %1</numerusform>
            <numerusform>%n pictures, about %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This grid has %n picture(s). Render all of them?</source>
        <translation>
            <numerusform>This grid has %n picture. Render it?</numerusform>
            <numerusform>This grid has %n pictures. Render all of them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GridRunner</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HeaderDialog</name>
    <message numerus="yes">
        <source>%n tensor(s): %1</source>
        <translation>
            <numerusform>%n tensor: %1</numerusform>
            <numerusform>%n tensors: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubFileList</name>
    <message numerus="yes">
        <source>diffusers folder, %n files</source>
        <translation>
            <numerusform>diffusers folder, %n file</numerusform>
            <numerusform>diffusers folder, %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubResults</name>
    <message numerus="yes">
        <source>%1 asks to wait %n s. It will be asked again by itself.</source>
        <translation>
            <numerusform>%1 asks to wait %n s. It will be asked again by itself.</numerusform>
            <numerusform>%1 asks to wait %n s. It will be asked again by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) cannot be used: pickle files, or files that are gone.</source>
        <translation>
            <numerusform>%n result cannot be used: pickle files, or files that are gone.</numerusform>
            <numerusform>%n results cannot be used: pickle files, or files that are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing %n</source>
        <translation>
            <numerusform>Showing %n</numerusform>
            <numerusform>Showing %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerPanel</name>
    <message numerus="yes">
        <source>%n rule(s) of expert control</source>
        <translation>
            <numerusform>%n rule of expert control</numerusform>
            <numerusform>%n rules of expert control</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerPicker</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerStrip</name>
    <message numerus="yes">
        <source>%n block(s); height = share of the experts, %1, %2</source>
        <translation>
            <numerusform>%n block; height = share of the experts, %1, %2</numerusform>
            <numerusform>%n blocks; height = share of the experts, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shares of the experts along %n block(s). Mean: %1.</source>
        <translation>
            <numerusform>Shares of the experts along %n block. Mean: %1.</numerusform>
            <numerusform>Shares of the experts along %n blocks. Mean: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LibraryListModel</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LibraryPage</name>
    <message numerus="yes">
        <source>%n model(s) found, %1 new or changed, %2 gone.</source>
        <translation>
            <numerusform>%n model found, %1 new or changed, %2 gone.</numerusform>
            <numerusform>%n models found, %1 new or changed, %2 gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking hashes in the background: %n file(s) left</source>
        <translation>
            <numerusform>Checking hashes in the background: %n file left</numerusform>
            <numerusform>Checking hashes in the background: %n files left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MetadataPanel</name>
    <message numerus="yes">
        <source>%n picture(s) selected.</source>
        <translation>
            <numerusform>%n picture selected.</numerusform>
            <numerusform>%n pictures selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixDocument</name>
    <message numerus="yes">
        <source>base and %n expert(s)</source>
        <translation>
            <numerusform>base and %n expert</numerusform>
            <numerusform>base and %n experts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixIntake</name>
    <message numerus="yes">
        <source>add %n expert(s)</source>
        <translation>
            <numerusform>add %n expert</numerusform>
            <numerusform>add %n experts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixPage</name>
    <message numerus="yes">
        <source>Replace base and remove %n expert(s) that no longer fit?</source>
        <translation>
            <numerusform>Replace base and remove %n expert that no longer fits?</numerusform>
            <numerusform>Replace base and remove %n experts that no longer fit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of this mixture are on a hub and not on this computer.</source>
        <translation>
            <numerusform>%n model of this mixture are on a hub and not on this computer.</numerusform>
            <numerusform>%n models of this mixture are on a hub and not on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelChooser</name>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n expert</numerusform>
            <numerusform>%n experts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelDetail</name>
    <message numerus="yes">
        <source>%n models are chosen. Drag them to a mixture, or choose one to see its details.</source>
        <translation>
            <numerusform>%n model is chosen. Drag it to a mixture to use it.</numerusform>
            <numerusform>%n models are chosen. Drag them to a mixture, or choose one to see its details.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can hold experts</source>
        <translation>
            <numerusform>%n can hold experts</numerusform>
            <numerusform>%n can hold experts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files with the same content</source>
        <translation>
            <numerusform>%n file with the same content</numerusform>
            <numerusform>%n files with the same content</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelFileActs</name>
    <message numerus="yes">
        <source>%n copies were joined; %1 became free.</source>
        <translation>
            <numerusform>%n copy was joined; %1 became free.</numerusform>
            <numerusform>%n copies were joined; %1 became free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies were moved to the trash.</source>
        <translation>
            <numerusform>%n copy was moved to the trash.</numerusform>
            <numerusform>%n copies were moved to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PairsChart</name>
    <message numerus="yes">
        <source>%n change(s) between steps, %1, %2</source>
        <translation>
            <numerusform>%n change between steps, %1, %2</numerusform>
            <numerusform>%n changes between steps, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s), %1, %2, %3</source>
        <translation>
            <numerusform>%n decision, %1, %2, %3</numerusform>
            <numerusform>%n decisions, %1, %2, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PromptField</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QueuePanel</name>
    <message numerus="yes">
        <source>Cancel %n waiting job(s)?</source>
        <translation>
            <numerusform>Cancel %n waiting job?</numerusform>
            <numerusform>Cancel %n waiting jobs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QuitDialog</name>
    <message numerus="yes">
        <source>A render is running and %n job(s) wait.</source>
        <translation>
            <numerusform>A render is running and %n job waits.</numerusform>
            <numerusform>A render is running and %n jobs wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) are under way.</source>
        <translation>
            <numerusform>%n download is under way.</numerusform>
            <numerusform>%n downloads are under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RenderHistory</name>
    <message numerus="yes">
        <source>%1 · %2×%3, %n step(s), seed %4</source>
        <translation>
            <numerusform>%1 · %2×%3, %n step, seed %4</numerusform>
            <numerusform>%1 · %2×%3, %n steps, seed %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RootList</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RootsDialog</name>
    <message numerus="yes">
        <source>%1: %n model(s), %2</source>
        <comment>program, size</comment>
        <translation>
            <numerusform>%1: %n model, %2</numerusform>
            <numerusform>%1: %n models, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingJobs</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPage</name>
    <message numerus="yes">
        <source>Render %n picture(s), one without each expert?</source>
        <translation>
            <numerusform>Render %n picture, one without each expert?</numerusform>
            <numerusform>Render %n pictures, one without each expert?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPanel</name>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>mean of %n step</numerusform>
            <numerusform>mean of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scores before the choice in %n layer input(s), %1; a dot marks the chosen expert. Bars: mean applied weight.</source>
        <translation>
            <numerusform>Scores before the choice in %n layer input, %1; a dot marks the chosen expert. Bars: mean applied weight.</numerusform>
            <numerusform>Scores before the choice in %n layer inputs, %1; a dot marks the chosen expert. Bars: mean applied weight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</source>
        <translation>
            <numerusform>%n layer input, %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</numerusform>
            <numerusform>%n layer inputs, %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1; one choice per layer and step. Bars: mean applied weight.</source>
        <translation>
            <numerusform>%n layer input, %1; one choice per layer and step. Bars: mean applied weight.</numerusform>
            <numerusform>%n layer inputs, %1; one choice per layer and step. Bars: mean applied weight.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RuleDocument</name>
    <message numerus="yes">
        <source>Only %n expert(s) can be pinned.</source>
        <translation>
            <numerusform>Only %n expert can be pinned.</numerusform>
            <numerusform>Only %n experts can be pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n rule(s) are possible.</source>
        <translation>
            <numerusform>At most %n rule is possible.</numerusform>
            <numerusform>At most %n rules are possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StartNotices</name>
    <message numerus="yes">
        <source>SegMoE Studio closed unexpectedly. Your mix and %n queued job(s) were kept.</source>
        <translation>
            <numerusform>SegMoE Studio closed unexpectedly. Your mix and %n queued job were kept.</numerusform>
            <numerusform>SegMoE Studio closed unexpectedly. Your mix and %n queued jobs were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SegMoE Studio closed unexpectedly. %n queued job(s) were kept.</source>
        <translation>
            <numerusform>SegMoE Studio closed unexpectedly. %n queued job were kept.</numerusform>
            <numerusform>SegMoE Studio closed unexpectedly. %n queued jobs were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%1, %n download(s)</source>
        <translation>
            <numerusform>%1, %n download</numerusform>
            <numerusform>%1, %n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jobs: %n download(s)</source>
        <translation>
            <numerusform>Jobs: %n download</numerusform>
            <numerusform>Jobs: %n downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::TokenStrip</name>
    <message numerus="yes">
        <source>Text path of %n token(s). Chosen for the whole render: %1.</source>
        <translation>
            <numerusform>Text path of %n token. Chosen for the whole render: %1.</numerusform>
            <numerusform>Text path of %n tokens. Chosen for the whole render: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
