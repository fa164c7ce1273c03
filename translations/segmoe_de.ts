<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionTable</name>
    <message>
        <source>&amp;Open model file…</source>
        <translation>Modelldatei öff&amp;nen …</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>Modell&amp;ordner öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save picture as…</source>
        <translation>Bild &amp;speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>S&amp;wap width and height</source>
        <translation>Breite und Höhe &amp;tauschen</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>&amp;Prompt bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Fit picture</source>
        <translation>Bild &amp;einpassen</translation>
    </message>
    <message>
        <source>Picture at &amp;100 %</source>
        <translation>Bild mit &amp;100 %</translation>
    </message>
    <message>
        <source>Routing as &amp;table</source>
        <translation>Routing als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Theme of the s&amp;ystem</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;About SegMoE Studio</source>
        <translation>Ü&amp;ber SegMoE Studio</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There was not enough GPU memory for this picture.</source>
        <translation>Der GPU-Speicher reichte für dieses Bild nicht aus.</translation>
    </message>
    <message>
        <source>There was not enough memory for this picture.</source>
        <translation>Der Speicher reichte für dieses Bild nicht aus.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>This folder cannot be written.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder is not there any more.</source>
        <translation>Der Ordner ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A file is no longer at its place.</source>
        <translation>Eine Datei ist nicht mehr an ihrem Platz.</translation>
    </message>
    <message>
        <source>Reading or writing a file failed.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>A model file has changed since it was opened.</source>
        <translation>Eine Modelldatei hat sich seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>The model file is incomplete. Download it again.</source>
        <translation>Die Modelldatei ist unvollständig. Bitte neu herunterladen.</translation>
    </message>
    <message>
        <source>This is not a valid safetensors file.</source>
        <translation>Das ist keine gültige safetensors-Datei.</translation>
    </message>
    <message>
        <source>The file has an unusually large header and was not opened.</source>
        <translation>Die Datei hat einen ungewöhnlich großen Kopf und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>This file is a pickle, which can run code when opened. Only safetensors are used.</source>
        <translation>Diese Datei ist ein Pickle, das beim Öffnen Code ausführen kann. Es werden nur safetensors benutzt.</translation>
    </message>
    <message>
        <source>This is not a model that can be opened: a diffusers folder, a .safetensors file or a recipe is needed.</source>
        <translation>Dieses Modell lässt sich nicht öffnen: gebraucht wird ein diffusers-Ordner, eine .safetensors-Datei oder ein Rezept.</translation>
    </message>
    <message>
        <source>A settings file of the model is damaged.</source>
        <translation>Eine Einstellungsdatei des Modells ist beschädigt.</translation>
    </message>
    <message>
        <source>The architecture of this model was not recognised.</source>
        <translation>Die Architektur dieses Modells wurde nicht erkannt.</translation>
    </message>
    <message>
        <source>The models of this mixture do not have the same architecture.</source>
        <translation>Die Modelle dieser Mischung haben nicht dieselbe Architektur.</translation>
    </message>
    <message>
        <source>The model lacks parts that its architecture needs.</source>
        <translation>Dem Modell fehlen Teile, die seine Architektur braucht.</translation>
    </message>
    <message>
        <source>Parts of the model have another shape than its architecture needs.</source>
        <translation>Teile des Modells haben eine andere Form, als seine Architektur braucht.</translation>
    </message>
    <message>
        <source>The model stores its weights in a type that is not supported.</source>
        <translation>Das Modell speichert seine Gewichte in einem Typ, der nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>A LoRA does not fit this model.</source>
        <translation>Eine LoRA passt nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The model has no text encoder, UNet or VAE of its own.</source>
        <translation>Dem Modell fehlt ein eigener Text-Encoder, ein UNet oder eine VAE.</translation>
    </message>
    <message>
        <source>A file has a name this program refuses to use.</source>
        <translation>Eine Datei hat einen Namen, den dieses Programm nicht verwendet.</translation>
    </message>
    <message>
        <source>The recipe is not valid YAML.</source>
        <translation>Das Rezept ist kein gültiges YAML.</translation>
    </message>
    <message>
        <source>The recipe has a value that is not possible.</source>
        <translation>Im Rezept steht ein Wert, der nicht möglich ist.</translation>
    </message>
    <message>
        <source>This recipe was made by a newer version of the program.</source>
        <translation>Dieses Rezept stammt von einer neueren Programmversion.</translation>
    </message>
    <message>
        <source>The mixture is not complete.</source>
        <translation>Die Mischung ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The gates of the mixture could not be measured.</source>
        <translation>Die Gates der Mischung konnten nicht gemessen werden.</translation>
    </message>
    <message>
        <source>The gates came out as not-a-number.</source>
        <translation>Bei den Gates kamen keine Zahlen heraus (NaN).</translation>
    </message>
    <message>
        <source>The saved mixture did not pass its check and was removed.</source>
        <translation>Die gespeicherte Mischung hat ihre Prüfung nicht bestanden und wurde entfernt.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The GPU stopped responding.</source>
        <translation>Die GPU antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The chosen device is not available.</source>
        <translation>Das gewählte Gerät ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>The device cannot compute in this precision.</source>
        <translation>Das Gerät kann in dieser Genauigkeit nicht rechnen.</translation>
    </message>
    <message>
        <source>The picture came out black or broken (not-a-number).</source>
        <translation>Das Bild wurde schwarz oder kaputt (NaN).</translation>
    </message>
    <message>
        <source>This size is not possible with this model.</source>
        <translation>Diese Größe ist mit diesem Modell nicht möglich.</translation>
    </message>
    <message>
        <source>This sampler and this kind of noise do not go together.</source>
        <translation>Dieser Sampler und diese Art von Rauschen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>One of the settings is not possible with this model.</source>
        <translation>Eine der Einstellungen ist mit diesem Modell nicht möglich.</translation>
    </message>
    <message>
        <source>The prompt is too long.</source>
        <translation>Der Prompt ist zu lang.</translation>
    </message>
    <message>
        <source>The tokenizer files of the model are missing.</source>
        <translation>Die Tokenizer-Dateien des Modells fehlen.</translation>
    </message>
    <message>
        <source>The tokenizer files of the model are damaged.</source>
        <translation>Die Tokenizer-Dateien des Modells sind beschädigt.</translation>
    </message>
    <message>
        <source>This routing record cannot be read.</source>
        <translation>Diese Routing-Aufzeichnung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This routing record was made by a newer version of the program.</source>
        <translation>Diese Routing-Aufzeichnung stammt von einer neueren Programmversion.</translation>
    </message>
    <message>
        <source>This is not a readable picture.</source>
        <translation>Das ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>No generation settings were found in this picture.</source>
        <translation>In diesem Bild wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>The program was started with arguments it does not understand.</source>
        <translation>Das Programm wurde mit Argumenten gestartet, die es nicht versteht.</translation>
    </message>
    <message>
        <source>This is not available in this installation.</source>
        <translation>Das ist in dieser Installation nicht verfügbar.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your settings are kept.</source>
        <translation>Etwas Unerwartetes ist geschehen. Die Einstellungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Render at half size</source>
        <translation>In halber Größe rendern</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Anderes Modell wählen …</translation>
    </message>
    <message>
        <source>Render on the CPU</source>
        <translation>Auf der CPU rendern</translation>
    </message>
    <message>
        <source>Use automatic precision</source>
        <translation>Automatische Genauigkeit</translation>
    </message>
    <message>
        <source>Render in fp32</source>
        <translation>In fp32 rendern</translation>
    </message>
    <message>
        <source>Use recommended settings</source>
        <translation>Empfohlene Einstellungen</translation>
    </message>
    <message>
        <source>Use the model&apos;s own size</source>
        <translation>Eigene Größe des Modells</translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation>Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders speichern …</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>Modell wird geprüft …</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>%1 wird geladen …</translation>
    </message>
    <message>
        <source>Reading the prompt…</source>
        <translation>Prompt wird gelesen …</translation>
    </message>
    <message>
        <source>Measuring gates, %1 of %2</source>
        <translation>Gates werden gemessen, %1 von %2</translation>
    </message>
    <message>
        <source>Sampling, step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Decoding the picture…</source>
        <translation>Bild wird dekodiert …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>Bild %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>SiteLabel</name>
    <message>
        <source>Self-attention</source>
        <translation>Self-Attention</translation>
    </message>
    <message>
        <source>Cross query</source>
        <translation>Cross-Query</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>Feed-Forward</translation>
    </message>
</context>
<context>
    <name>SizeBuckets</name>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Portrait 3:4</source>
        <translation>Hoch 3:4</translation>
    </message>
    <message>
        <source>Portrait 2:3</source>
        <translation>Hoch 2:3</translation>
    </message>
    <message>
        <source>Portrait 9:16</source>
        <translation>Hoch 9:16</translation>
    </message>
    <message>
        <source>Landscape 4:3</source>
        <translation>Quer 4:3</translation>
    </message>
    <message>
        <source>Landscape 3:2</source>
        <translation>Quer 3:2</translation>
    </message>
    <message>
        <source>Landscape 16:9</source>
        <translation>Quer 16:9</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Large square (may repeat objects)</source>
        <translation>Großes Quadrat (kann Dinge wiederholen)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::AdvancedFields</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Keep mean (A1111)</source>
        <translation>Mittelwert halten (A1111)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>From empty prompt (ComfyUI)</source>
        <translation>Vom leeren Prompt aus (ComfyUI)</translation>
    </message>
    <message>
        <source>As in model</source>
        <translation>Wie im Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the picture is computed.</source>
        <translation>Wo das Bild berechnet wird.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Number format of the computation. Smaller saves memory.</source>
        <translation>Zahlenformat der Rechnung. Kleiner spart Speicher.</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP-Skip</translation>
    </message>
    <message>
        <source>Layer of the text encoder that is used.</source>
        <translation>Schicht des Text-Encoders, die benutzt wird.</translation>
    </message>
    <message>
        <source>Tiled decode</source>
        <translation>In Kacheln dekodieren</translation>
    </message>
    <message>
        <source>Saves memory at the end of a render.</source>
        <translation>Spart Speicher am Ende des Renderns.</translation>
    </message>
    <message>
        <source>Weight rule</source>
        <translation>Gewichtsregel</translation>
    </message>
    <message>
        <source>How (word:1.2) changes the text signal.</source>
        <translation>Wie (Wort:1.2) das Textsignal ändert.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ErrorPanel</name>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message>
        <source>Close the error</source>
        <translation>Fehler schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExpertList</name>
    <message>
        <source>Mute expert %1, %2</source>
        <translation>Experte %1, %2, stumm schalten</translation>
    </message>
    <message>
        <source>Mute: never choose expert %1 in the next render</source>
        <translation>Stumm: Experte %1 wird beim nächsten Rendern nie gewählt</translation>
    </message>
    <message>
        <source>Solo expert %1, %2</source>
        <translation>Experte %1, %2, solo</translation>
    </message>
    <message>
        <source>Solo: choose only expert %1 in the next render</source>
        <translation>Solo: nur Experte %1 wird beim nächsten Rendern gewählt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Load of expert %1: %2</source>
        <translation>Last von Experte %1: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MainWindow</name>
    <message>
        <source>SegMoE Studio</source>
        <translation>SegMoE Studio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About SegMoE Studio</source>
        <translation>Über SegMoE Studio</translation>
    </message>
    <message>
        <source>SegMoE Studio %1</source>
        <translation>SegMoE Studio %1</translation>
    </message>
    <message>
        <source>Mixtures of Stable Diffusion experts, without merging them.</source>
        <translation>Mischungen von Stable-Diffusion-Experten, ohne sie zu verschmelzen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MemoryLine</name>
    <message>
        <source>Memory and time appear here once a model is chosen.</source>
        <translation>Speicher und Zeit stehen hier, sobald ein Modell gewählt ist.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>fits with savings</source>
        <translation>passt mit Sparmaßnahmen</translation>
    </message>
    <message>
        <source>Memory %1 of %2 GB · %3</source>
        <translation>Speicher %1 von %2 GB · %3</translation>
    </message>
    <message>
        <source>Memory %1 GB</source>
        <translation>Speicher %1 GB</translation>
    </message>
    <message>
        <source> · about %1 s</source>
        <translation> · etwa %1 s</translation>
    </message>
    <message>
        <source>%1: %2 GB</source>
        <translation>%1: %2 GB</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelChooser</name>
    <message>
        <source>attention layers</source>
        <translation>Attention-Schichten</translation>
    </message>
    <message>
        <source>feed-forward layers</source>
        <translation>Feed-Forward-Schichten</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mixture or model to render with.</source>
        <translation>Mischung oder Modell, mit dem gerendert wird.</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Open a model file, a recipe or a model folder. Dropping one on the window works too.</source>
        <translation>Eine Modelldatei, ein Rezept oder einen Modellordner öffnen. Sie lassen sich auch auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Model file or recipe…</source>
        <translation>Modelldatei oder Rezept …</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Modellordner …</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Rechenkern wird geladen …</translation>
    </message>
    <message>
        <source>Open a model to begin: a folder, a .safetensors file or a recipe.</source>
        <translation>Zum Anfangen ein Modell öffnen: einen Ordner, eine .safetensors-Datei oder ein Rezept.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Starter mixture</source>
        <translation>Startmischung</translation>
    </message>
    <message>
        <source>Starter: %1</source>
        <translation>Start: %1</translation>
    </message>
    <message>
        <source>%1 · one model · %2</source>
        <translation>%1 · ein Modell · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n Experte</numerusform>
            <numerusform>%n Experten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %3 · %4 · %5</source>
        <translation>%1 · %2, %3 · %4 · %5</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>Models and recipes (*.safetensors *.yaml *.yml)</source>
        <translation>Modelle und Rezepte (*.safetensors *.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PreviewView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Wheel zooms, dragging moves, double click switches between fit and 100 %.</source>
        <translation>Das Mausrad vergrößert, Ziehen verschiebt, ein Doppelklick wechselt zwischen Einpassen und 100 %.</translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 mal %2 Pixel</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RecentStrip</name>
    <message>
        <source>Last pictures</source>
        <translation>Letzte Bilder</translation>
    </message>
    <message>
        <source>The last pictures of this session.</source>
        <translation>Die letzten Bilder dieser Sitzung.</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Seed %1: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RenderPage</name>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Render this prompt (Ctrl+Enter)</source>
        <translation>Diesen Prompt rendern (Strg+Enter)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>Done in %1 s.</source>
        <translation>Fertig nach %1 s.</translation>
    </message>
    <message>
        <source>Device: %1, %2</source>
        <translation>Gerät: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>Rendert …</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drop a model folder, a .safetensors file or a recipe .yaml here.</source>
        <translation>Einen Modellordner, eine .safetensors-Datei oder ein Rezept (.yaml) hierher ziehen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RequestForm</name>
    <message>
        <source>No effect at CFG 1.</source>
        <translation>Ohne Wirkung bei CFG 1.</translation>
    </message>
    <message>
        <source>Use recommended settings</source>
        <translation>Empfohlene Einstellungen</translation>
    </message>
    <message>
        <source>Steps, CFG, sampler and noise suggested for this model.</source>
        <translation>Schritte, CFG, Sampler und Rauschen, die für dieses Modell empfohlen sind.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Describe the picture. Ctrl+Up/Down changes the weight of a word.</source>
        <translation>Das Bild beschreiben. Strg+Auf/Ab ändert das Gewicht eines Wortes.</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativer Prompt</translation>
    </message>
    <message>
        <source>What to keep out. Works through CFG.</source>
        <translation>Was nicht vorkommen soll. Wirkt über CFG.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ResultPane</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Use seed</source>
        <translation>Seed nutzen</translation>
    </message>
    <message>
        <source>Press Ctrl+Enter to render this prompt.</source>
        <translation>Strg+Enter rendert diesen Prompt.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the picture into the view (0)</source>
        <translation>Bild in die Ansicht einpassen (0)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Show the picture at 100 % (1)</source>
        <translation>Bild mit 100 % zeigen (1)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop this render (Esc)</source>
        <translation>Dieses Rendern anhalten (Esc)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+Shift+C)</source>
        <translation>Das Bild kopieren (Strg+Shift+C)</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>Save the picture with its settings (Ctrl+S)</source>
        <translation>Das Bild mit seinen Einstellungen speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Put the seed of this picture into the form</source>
        <translation>Den Seed dieses Bildes in das Formular übernehmen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>preview, step %1 of %2</source>
        <translation>Vorschau, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1×%2 · seed %3</source>
        <translation>%1×%2 · Seed %3</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <translation>angehalten bei Schritt %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingMapModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>alle Schritte</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingMapPlot</name>
    <message>
        <source>Routing map</source>
        <translation>Routing-Karte</translation>
    </message>
    <message>
        <source>score, in spreads from the layer&apos;s mean</source>
        <translation>Neigung, in Streuungen vom Mittel der Schicht</translation>
    </message>
    <message>
        <source>share of steps in which it was chosen</source>
        <translation>Anteil der Schritte, in denen er gewählt wurde</translation>
    </message>
    <message>
        <source>applied weight</source>
        <translation>angewandtes Gewicht</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPanel</name>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Table instead of plot</source>
        <translation>Tabelle statt Karte</translation>
    </message>
    <message>
        <source>Table instead of plot (Ctrl+T)</source>
        <translation>Tabelle statt Karte (Strg+T)</translation>
    </message>
    <message>
        <source>M mutes, S solos an expert in the next render.</source>
        <translation>M schaltet stumm, S solo, beim nächsten Rendern.</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Schicht</translation>
    </message>
    <message>
        <source>Which layers are shown.</source>
        <translation>Welche Schichten gezeigt werden.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Applied weight: used after the choice. Relative score: how much each layer leaned to an expert before choosing.</source>
        <translation>Gewicht: nach der Wahl benutzt. Neigung: wie sehr jede Schicht vor der Wahl zu einem Experten neigte.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Applied weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Relative score</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Routing-Tabelle</translation>
    </message>
    <message>
        <source>Play steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Play the steps one after another</source>
        <translation>Die Schritte nacheinander abspielen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Sampling step; left is noise, right is detail.</source>
        <translation>Schritt des Samplers; links Rauschen, rechts Einzelheiten.</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Show the mean over all steps.</source>
        <translation>Den Mittelwert über alle Schritte zeigen.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Auf eine Zelle zeigen, um sie zu lesen.</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>Mittel über %n Schritt</numerusform>
            <numerusform>Mittel über %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Scores before the choice in %n layer input(s), %1; a dot marks the chosen expert. Bars: mean applied weight.</source>
        <translation>
            <numerusform>Neigungen vor der Wahl in %n Schichteingang, %1; ein Punkt zeigt den gewählten Experten. Balken: mittleres angewandtes Gewicht.</numerusform>
            <numerusform>Neigungen vor der Wahl in %n Schichteingängen, %1; ein Punkt zeigt den gewählten Experten. Balken: mittleres angewandtes Gewicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</source>
        <translation>
            <numerusform>%n Schichteingang, %1. Mit einem aktiven Experten ist das angewandte Gewicht überall gleich; die Neigung zeigt, wozu jede Schicht neigte.</numerusform>
            <numerusform>%n Schichteingänge, %1. Mit einem aktiven Experten ist das angewandte Gewicht überall gleich; die Neigung zeigt, wozu jede Schicht neigte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1; one choice per layer and step. Bars: mean applied weight.</source>
        <translation>
            <numerusform>%n Schichteingang, %1; eine Wahl je Schicht und Schritt. Balken: mittleres angewandtes Gewicht.</numerusform>
            <numerusform>%n Schichteingänge, %1; eine Wahl je Schicht und Schritt. Balken: mittleres angewandtes Gewicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one model without experts, so there is nothing to route.</source>
        <translation>%1 ist ein einzelnes Modell ohne Experten; es gibt nichts zu verteilen.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Render a picture to see which expert each layer chooses at each step.</source>
        <translation>Noch nichts aufgezeichnet. Ein gerendertes Bild zeigt, welchen Experten jede Schicht in jedem Schritt wählt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SamplingFields</name>
    <message>
        <source>As in mixture</source>
        <translation>Wie in der Mischung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>More steps, more time.</source>
        <translation>Mehr Schritte, mehr Zeit.</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>How strictly the prompt is followed. 1 turns the negative prompt off and halves the time.</source>
        <translation>Wie streng dem Prompt gefolgt wird. 1 schaltet den negativen Prompt ab und halbiert die Zeit.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures of this render, one after another.</source>
        <translation>Bilder dieses Renderns, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>The method that turns noise into a picture.</source>
        <translation>Das Verfahren, das aus Rauschen ein Bild macht.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Spacing of the noise levels. Automatic is what the model was made for.</source>
        <translation>Abstand der Rauschstufen. Automatisch ist das, wofür das Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>Active experts</source>
        <translation>Aktive Experten</translation>
    </message>
    <message>
        <source>How many experts each layer may choose, for this render.</source>
        <translation>Wie viele Experten jede Schicht bei diesem Rendern wählen darf.</translation>
    </message>
    <message>
        <source>As in mixture (%1)</source>
        <translation>Wie in der Mischung (%1)</translation>
    </message>
    <message>
        <source>%1 has noise levels of its own.</source>
        <translation>%1 hat eigene Rauschstufen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>−1 draws a new seed for each picture; the same seed repeats a picture.</source>
        <translation>−1 zieht für jedes Bild einen neuen Seed; derselbe Seed wiederholt ein Bild.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufälliger Seed</translation>
    </message>
    <message>
        <source>Random (−1)</source>
        <translation>Zufällig (−1)</translation>
    </message>
    <message>
        <source>Last seed</source>
        <translation>Letzter Seed</translation>
    </message>
    <message>
        <source>Use the last seed</source>
        <translation>Den letzten Seed benutzen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SizeField</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sizes this architecture was trained for.</source>
        <translation>Größen, für die diese Architektur trainiert wurde.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width in pixels, a multiple of 8; multiples of 64 are safest.</source>
        <translation>Breite in Pixeln, ein Vielfaches von 8; Vielfache von 64 sind am sichersten.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height in pixels, a multiple of 8; multiples of 64 are safest.</source>
        <translation>Höhe in Pixeln, ein Vielfaches von 8; Vielfache von 64 sind am sichersten.</translation>
    </message>
    <message>
        <source>Swap width and height</source>
        <translation>Breite und Höhe tauschen</translation>
    </message>
    <message>
        <source>Swap width and height (Ctrl+Shift+X)</source>
        <translation>Breite und Höhe tauschen (Strg+Shift+X)</translation>
    </message>
    <message>
        <source>%1×%2</source>
        <translation>%1×%2</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StatusStrip</name>
    <message>
        <source>Loading the engine…</source>
        <translation>Rechenkern wird geladen …</translation>
    </message>
    <message>
        <source>Memory used by this program, and memory of this computer.</source>
        <translation>Speicher, den dieses Programm belegt, und Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>RAM %1 of %2 GB</source>
        <translation>RAM %1 von %2 GB</translation>
    </message>
</context>
</TS>
