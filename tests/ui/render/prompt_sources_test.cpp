// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the Render page finds on this computer: models, LoRAs, embeddings and VAEs, by what prompts and pictures call
// them.
#include "tests/ui/render/render_bench.h"
#include "ui/library/known_models.h"
#include "ui/render/advanced_fields.h"
#include "ui/render/grid_axis.h"
#include "ui/render/near_folders.h"
#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_field.h"
#include "ui/render/prompt_highlighter.h"
#include "ui/render/recall_plan.h"
#include "ui/render/seed_field.h"
#include "ui/render/vae_field.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

LibraryModel model(const char* path, ModelRole role, const char* sha256 = "") {
    LibraryModel model;
    model.facts.path = path;
    model.facts.name = std::filesystem::path(path).stem().string();
    model.facts.role = role;
    model.sha256 = sha256;
    return model;
}

/// Folders and empty files of the layout of another program.
void lay(const QTemporaryDir& dir, std::initializer_list<const char*> files) {
    for (const char* file : files) {
        const QString path = dir.filePath(QString::fromLatin1(file));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
    }
}

void fillLibrary(RenderBench& bench) {
    bench.client.library().content.models = {
        model("/lib/Dream_Scape-v4.safetensors", ModelRole::Checkpoint, "aabbccddeeff0011"),
        model("/lib/mixes/coast", ModelRole::Mixture), model("/lib/loras/glow.safetensors", ModelRole::Lora),
        model("/lib/vae/clear_vae.safetensors", ModelRole::Vae),
        model("/lib/words/EasyStyle.safetensors", ModelRole::Embedding)};
}

}  // namespace

class PromptSourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersOfOtherProgramsAreFoundNearTheModel() {
        const QTemporaryDir dir;
        lay(dir, {"webui/models/Stable-diffusion/x.safetensors", "webui/models/Lora/a.safetensors",
                  "webui/embeddings/b.safetensors", "webui/models/VAE/c.safetensors", "home/models/embeddings/d"});
        const QString model = dir.filePath(u"webui/models/Stable-diffusion/x.safetensors"_s);
        QCOMPARE(nearFolders(u"lora"_s, dir.filePath(u"home"_s), model), {dir.filePath(u"webui/models/Lora"_s)});
        QCOMPARE(nearFolders(u"embedding"_s, dir.filePath(u"home"_s), model),
                 (QStringList{dir.filePath(u"webui/embeddings"_s), dir.filePath(u"home/models/embeddings"_s)}));
        QVERIFY(nearFolders(u"vae"_s, dir.filePath(u"home"_s), u"/nowhere/x"_s).isEmpty());
    }
    void modelsAreFoundByDigestThenByName() {
        RenderBench bench;
        fillLibrary(bench);
        KnownModels known(bench.client.library());
        QVERIFY(!known.isKnown());
        bench.client.start();
        QVERIFY(known.isKnown());
        const auto find = [&](NamedModel::Role role, const char* name, const char* hash = "") {
            return known.find({.role = role, .name = name, .hash = hash});
        };
        QCOMPARE(find(NamedModel::Role::Model, "dream scape v4"), u"/lib/Dream_Scape-v4.safetensors"_s);
        QCOMPARE(find(NamedModel::Role::Expert, "sub/Dream_Scape-v4.safetensors"),
                 u"/lib/Dream_Scape-v4.safetensors"_s);
        QCOMPARE(find(NamedModel::Role::Model, "renamed", "AABBCCDDEE"), u"/lib/Dream_Scape-v4.safetensors"_s);
        QCOMPARE(find(NamedModel::Role::Model, "renamed", "aabb"), QString());
        QCOMPARE(find(NamedModel::Role::Lora, "Dream_Scape-v4"), QString());
        QCOMPARE(find(NamedModel::Role::Vae, "clear_vae"), u"/lib/vae/clear_vae.safetensors"_s);
        LibraryModel gone = model("/lib/Dream_Scape-v4.safetensors", ModelRole::Checkpoint, "aabbccddeeff0011");
        gone.isMissing = true;
        Q_EMIT bench.client.library().modelsFound({gone});
        QCOMPARE(find(NamedModel::Role::Model, "renamed", "AABBCCDDEE"), QString());
    }
    void theModelListHoldsTheLibraryAndIsSearched() {
        RenderBench bench;
        fillLibrary(bench);
        bench.client.models[u"/lib/mixes/coast"_s] = sample::mixtureSummary();
        bench.start();
        auto* combo = bench.find<QComboBox>("render_mix_combo");
        QVERIFY(combo->findData(u"/lib/Dream_Scape-v4.safetensors"_s) >= 0);
        QVERIFY(combo->findData(u"/lib/mixes/coast"_s) >= 0);
        QVERIFY(combo->findData(u"/lib/loras/glow.safetensors"_s) < 0);
        QLineEdit* edit = combo->lineEdit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"oas"_s);
        QCOMPARE(combo->completer()->completionCount(), 1);
        // Nothing is chosen before a whole title stands there; a search that came to nothing leaves the model.
        QCOMPARE(bench.page.chooser().model(), kMixture);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(bench.page.chooser().model(), kMixture);
        QVERIFY(!edit->text().contains(u"oas"_s));
        edit->selectAll();
        QTest::keyClicks(edit, u"COA"_s);
        // A scan that finds models meanwhile leaves what is being typed.
        Q_EMIT bench.client.library().modelsFound({model("/lib/new.safetensors", ModelRole::Checkpoint)});
        QTRY_VERIFY(combo->findData(u"/lib/new.safetensors"_s) >= 0);
        QTest::keyClicks(edit, u"ST"_s);
        QCOMPARE(edit->text(), u"COAST"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(bench.page.chooser().model(), u"/lib/mixes/coast"_s);
    }
    void aLoraOfTheLibraryIsUsed() {
        RenderBench bench;
        fillLibrary(bench);
        bench.start();
        bench.page.form().setPrompts(u"a boat <lora:glow:0.5>"_s, {});
        bench.page.startRender();
        QCOMPARE(bench.client.requests.back().loras.size(), std::size_t{1});
        QCOMPARE(bench.client.requests.back().loras[0].source, std::string("/lib/loras/glow.safetensors"));
        QTest::qWait(50);  // the look through the folders ends
        QVERIFY(!bench.find<QLabel>("render_prompt_missing_label")->isVisible());
    }
    void embeddingsAreCalledCountedAndMarked() {
        RenderBench bench;
        fillLibrary(bench);
        std::vector<std::filesystem::path> asked;
        bench.client.countOf = [&](const PromptQuestion& question) {
            asked = question.embeddingFolders;
            PromptCount count;
            count.tokens = 5;
            const std::size_t called = question.prompt.find("EasyStyle");
            if (called != std::string::npos) count.embeddings = {{called, called + 9}};
            const std::size_t unknown = question.prompt.find("embedding:gone");
            if (unknown != std::string::npos) count.unusable = {{unknown, unknown + 14}};
            return count;
        };
        bench.start();
        bench.page.form().setPrompts(u"é EasyStyle, embedding:gone"_s, {});
        PromptEdit& edit = bench.page.form().promptField().edit();
        QTRY_COMPARE(edit.highlighter().tipAt(3), u"Embedding EasyStyle"_s);
        QVERIFY(edit.highlighter().tipAt(15).contains(u"embedding:gone"_s));
        QCOMPARE(asked, std::vector<std::filesystem::path>{"/lib/words"});
        auto* hint = bench.find<QLabel>("render_prompt_missing_label");
        QVERIFY(hint->isVisible() && hint->text().contains(u"gone"_s));
        QSignalSpy wanted(&bench.navigator, &Navigator::modelSearchWanted);
        bench.find<QToolButton>("render_prompt_find_lora_button")->click();
        QCOMPARE(wanted.at(0).at(0).toString(), u"gone"_s);
        bench.page.startRender();
        QCOMPARE(bench.client.requests.back().embeddingFolders, asked);
        bench.page.form().setPrompts(u"é EasyStyle"_s, {});
        QTRY_VERIFY(!hint->isVisible());
    }
    void aVaeIsChosenFromTheListOrAFile() {
        RenderBench bench;
        fillLibrary(bench);
        bench.start();
        VaeField& vae = bench.page.form().advanced().vae();
        QComboBox* combo = vae.combo();
        QCOMPARE(combo->itemText(0), u"As in model"_s);
        const int known = combo->findData(u"/lib/vae/clear_vae.safetensors"_s);
        QVERIFY(known > 0);
        combo->setCurrentIndex(known);
        Q_EMIT combo->activated(known);
        bench.page.startRender();
        QCOMPARE(bench.client.requests.back().vae, std::string("/lib/vae/clear_vae.safetensors"));
        const int open = combo->count() - 1;
        combo->setCurrentIndex(open);
        Q_EMIT combo->activated(open);
        QCOMPARE(combo->currentIndex(), known);  // an act, not a choice
        auto* dialog = bench.page.window()->findChild<QFileDialog*>(u"vae_picker_dialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/else/other.safetensors"_s);
        dialog->close();
        QCOMPARE(bench.page.form().request().vae, std::string("/else/other.safetensors"));
        // A request without one goes back to the model's own.
        bench.page.form().setRequest(RenderBench::promptRequest());
        QCOMPARE(combo->currentIndex(), 0);
        QCOMPARE(bench.page.form().request().vae, std::string());
    }
    void aPictureBringsVaeAndUnsavedMixture() {
        PictureSettings settings;
        settings.format = "SegMoE Studio";
        settings.prompt = "a boat";
        settings.models = {{.role = NamedModel::Role::Model, .name = "my mix"},
                           {.role = NamedModel::Role::Base, .name = "base"},
                           {.role = NamedModel::Role::Expert, .name = "one"},
                           {.role = NamedModel::Role::Expert, .name = "two"},
                           {.role = NamedModel::Role::Vae, .name = "clear"}};
        settings.recipe.emplace();
        settings.recipe->name = "my mix";
        settings.recipe->experts.resize(2);
        bool isTwoHere = true;
        const ModelLookup lookup = [&](const NamedModel& named) {
            if (named.role == NamedModel::Role::Model || (named.name == "two" && !isTwoHere)) return QString();
            return u"/m/"_s + QString::fromStdString(named.name);
        };
        const RecallPlan whole = planRecall(settings, RecallPart::All, {}, lookup);
        QVERIFY(whole.mixture);
        QCOMPARE(whole.mixture->base, std::string("/m/base"));
        QCOMPARE(whole.mixture->experts[1].source, std::string("/m/two"));
        QCOMPARE(whole.request.vae, std::string("/m/clear"));
        QVERIFY(!whole.needsQuestion());
        isTwoHere = false;
        const RecallPlan partly = planRecall(settings, RecallPart::All, {}, lookup);
        QVERIFY(!partly.mixture && partly.needsQuestion());
    }
    void whatAPictureWasMadeWithoutIsTakenAway() {
        RenderRequest form = RenderBench::promptRequest();
        form.vae = "/m/v";
        form.clipSkip = 2;
        form.variationStrength = 0.4;
        form.routing.topK = 1;
        form.routing.rules.resize(1);
        form.start.emplace().file = "/p.png";
        PictureSettings settings;
        settings.format = "AUTOMATIC1111";
        settings.prompt = "a boat";
        const ModelLookup none = [](const NamedModel&) { return QString(); };
        const RecallPlan plan = planRecall(settings, RecallPart::All, form, none);
        QVERIFY(plan.request.vae.empty() && plan.request.clipSkip == 0 && plan.request.variationStrength == 0.0);
        QVERIFY(plan.request.routing.rules.empty() && plan.request.routing.topK == 0 && !plan.request.start);
        QVERIFY(!plan.needsQuestion());
        QCOMPARE(planRecall(settings, RecallPart::Prompt, form, none).request.clipSkip, 2);
        settings.others = {{"Version", "v1.10"}};
        QVERIFY(!planRecall(settings, RecallPart::All, form, none).needsQuestion());
        settings.others.emplace_back("Hires upscale", "2");
        QVERIFY(planRecall(settings, RecallPart::All, form, none).needsQuestion());
        settings.others.clear();
        settings.denoisingStrength = 0.35;
        QCOMPARE(planRecall(settings, RecallPart::All, form, none).request.start->strength, 0.35);
        form.start.reset();
        QVERIFY(planRecall(settings, RecallPart::All, form, none).needsQuestion());
    }
    void aGridOverGatePromptsReadsTheRecipe() {
        RenderBench bench;
        bench.start();
        MixRecipe recipe;
        recipe.name = "mixture";
        recipe.experts.resize(2);
        bench.client.mix().files[kMixture].recipe = recipe;
        bench.page.openGrid();
        QTRY_VERIFY(bench.page.window()->findChild<QComboBox*>(u"grid_x_combo"_s));
        auto* axis = bench.page.window()->findChild<QComboBox*>(u"grid_x_combo"_s);
        const int gate = axis->findData(static_cast<int>(GridAxis::Gate));
        QVERIFY(gate >= 0);
        axis->setCurrentIndex(gate);
        bench.page.window()->findChild<QLineEdit*>(u"grid_x_edit"_s)->setText(u"B: ink | oil"_s);
        bench.page.window()->findChild<QPushButton*>(u"grid_dialog_ok_button"_s)->click();
        QTRY_COMPARE(bench.client.requests.size(), std::size_t{1});
        QCOMPARE(bench.client.requests[0].recipe->experts[1].positive[0].text, std::string("ink"));
    }
    void aRecipeWithMissingModelsIsFetchedAndRendered() {
        RenderBench bench;
        bench.start();
        MixRecipe recipe;
        recipe.base = "owner/base";
        for (const char* source : {"owner/base", "civitai:77@123", "/m/here.safetensors"})
            recipe.experts.emplace_back().source = source;
        recipe.loras.emplace_back().source = "civitai:9@8";
        bench.client.mix().files[u"/r/far.yaml"_s].recipe = recipe;
        bench.client.refusal = {ErrorCode::OfflineMissing, "not here", ""};
        QSignalSpy wanted(&bench.navigator, &Navigator::missingWanted);
        bench.page.chooser().choose(u"/r/far.yaml"_s);
        auto* start = bench.find<QPushButton>("render_start_button");
        QVERIFY(start->isEnabled());
        QCOMPARE(start->text(), u"Get models and render"_s);
        start->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toStringList(), (QStringList{u"owner/base"_s, u"civitai:9@8"_s, u"civitai:77@123"_s}));
        Q_EMIT bench.navigator.modelArrived(u"owner/base"_s, u"/cache/base"_s);
        QVERIFY(bench.client.requests.empty());  // one is still missing
        bench.client.models[u"/r/far.yaml"_s] = sample::mixtureSummary();
        Q_EMIT bench.navigator.modelArrived(u"civitai:77@123"_s, u"/models/b.safetensors"_s);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        QCOMPARE(bench.client.requests[0].model, std::string("/r/far.yaml"));
        // Another model needs nothing.
        bench.page.chooser().choose(kSingle);
        QVERIFY(start->text() != u"Get models and render"_s);
    }
    void aDeletedPictureComesBack() {
        RenderBench bench;
        bench.start();
        bench.page.startRender();
        bench.picture();
        bench.finish();
        const QString file = bench.profile.filePath(u"pictures/1.png"_s);
        QFile out(file);  // the scripted engine writes none
        QVERIFY(QDir().mkpath(QFileInfo(file).path()) && out.open(QIODevice::WriteOnly));
        out.write("picture");
        out.close();
        Q_EMIT bench.pictures.pictureSaved(file, bench.page.result().shown());
        QCOMPARE(bench.page.result().shownFile(), file);
        qputenv("XDG_DATA_HOME", QFile::encodeName(bench.profile.path()));
        QFile probe(bench.profile.filePath(u"probe"_s));
        QVERIFY(probe.open(QIODevice::WriteOnly));
        if (!probe.moveToTrash()) QSKIP("this file system has no trash");
        Q_EMIT bench.page.result().actWanted(PictureActions::Act::Delete);
        QVERIFY(!QFileInfo::exists(file));
        QVERIFY(bench.page.result().shownFile() != file);
        QVERIFY(bench.toastAction);
        bench.toastAction();
        QVERIFY(QFileInfo::exists(file));
        QCOMPARE(bench.page.result().shownFile(), file);
    }
    void seedsThatDoNotFitCannotBeTyped() {
        RenderBench bench;
        bench.start();
        auto* edit = bench.find<QLineEdit>("render_seed_edit");
        edit->clear();
        QTest::keyClicks(edit, u"9223372036854775807"_s);
        QCOMPARE(bench.page.form().request().seed, std::numeric_limits<std::int64_t>::max());
        edit->clear();
        QTest::keyClicks(edit, u"9223372036854775808"_s);
        QCOMPARE(edit->text(), u"922337203685477580"_s);
    }
};

QTEST_MAIN(PromptSourcesTest)
#include "prompt_sources_test.moc"
