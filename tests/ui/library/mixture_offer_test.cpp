// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/mixture_offer.h"

#include "tests/ui/shell/window_bench.h"
#include "ui/library/library_page.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/name_prompt.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

LibraryModel checkpoint(const std::string& name, const std::string& structure = "SDXL",
                        const std::string& root = "/models") {
    LibraryModel model;
    model.root = root;
    model.facts.path = root + "/" + name + ".safetensors";
    model.facts.name = name;
    model.facts.role = ModelRole::Checkpoint;
    model.facts.structure = structure;
    model.facts.architecture.name = structure;
    model.facts.bytes = 6'940'000'000;
    return model;
}

QString file(const char* name) { return u"/models/%1.safetensors"_s.arg(QLatin1StringView(name)); }

using Models = std::vector<LibraryModel>;

}  // namespace

class MixtureOfferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoThatFitAreChosen() {
        Models models = {checkpoint("photo", "SD1.x"), checkpoint("ink"), checkpoint("dream"), checkpoint("clay")};
        const auto chance = mixtureChance(models, {u"/models"_s});
        QVERIFY(chance);
        QCOMPARE(chance->models, 4);
        QCOMPARE(chance->pair, (QStringList{file("clay"), file("dream")}));
        QVERIFY(!mixtureChance(models, {u"/elsewhere"_s}));
    }

    void whatCannotBeMixedIsNot_data() {
        QTest::addColumn<int>("fault");
        const char* names[] = {
            "another architecture", "another prediction", "few steps",     "a LoRA", "a mixture", "not there",
            "one content",          "a copy of one name", "another folder"};
        int fault = 0;
        for (const char* name : names) QTest::newRow(name) << fault++;
    }
    void whatCannotBeMixedIsNot() {
        QFETCH(int, fault);
        Models models = {checkpoint("dream"), checkpoint("ink")};
        QVERIFY(mixtureChance(models, {u"/models"_s}));
        LibraryModel& second = models[1];
        switch (fault) {
            case 0: second.facts.structure = "SD1.x"; break;
            case 1: second.facts.vPrediction = true; break;
            case 2: second.facts.fewSteps = FewSteps::FromFileName; break;
            case 3: second.facts.role = ModelRole::Lora; break;
            case 4: second.facts.role = ModelRole::Mixture; break;
            case 5: second.isMissing = true; break;
            case 6: models[0].sha256 = second.sha256 = std::string(64, 'a'); break;
            case 7: second.facts.name = "dream"; break;
            default: second.root = "/elsewhere"; break;
        }
        QVERIFY(!mixtureChance(models, {u"/models"_s}));
    }

    void promptsComeFromNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("prompt");
        QTest::newRow("version") << u"dreamscape_v4"_s << u"dreamscape"_s;
        QTest::newRow("humps") << u"dreamscapeXL_v9Photo-fp16"_s << u"dreamscape photo"_s;
        QTest::newRow("several words") << u"portrait-pro 2.1 (pruned)"_s << u"portrait pro"_s;
        QTest::newRow("types") << u"inkline_xl_bf16_noEMA"_s << u"inkline"_s;
        QTest::newRow("nothing else") << u"sd_xl_base_1.0"_s << u"sd xl base 1 0"_s;
        QTest::newRow("other letters") << u"水彩画_v2"_s << u"水彩画"_s;
    }
    void promptsComeFromNames() {
        QFETCH(QString, name);
        QFETCH(QString, prompt);
        QCOMPARE(namePrompt(name), prompt);
    }

    /// Equal prompts would make equal gates.
    void promptsDiffer() {
        QCOMPARE(namePrompts({u"dream_v1"_s, u"dream_v2"_s, u"ink"_s}),
                 (QStringList{u"dream v1"_s, u"dream v2"_s, u"ink"_s}));
    }

    /// From the dialog of folders over the scan and the notice to a mixture that can be built.
    void theFoldersOfANewUserBecomeAMixture() {
        WindowBench bench;
        ScriptedLibraryClient& library = bench.client.library();
        library.known = {{"ComfyUI", "/models", 3, 20'000'000'000}};
        Q_EMIT bench.window.navigator().modelFoldersWanted();
        auto* list = bench.child<QListWidget>(u"roots_dialog_list"_s);
        QVERIFY(list);
        list->item(0)->setCheckState(Qt::Checked);
        bench.child<QPushButton>(u"roots_dialog_ok_button"_s)->click();
        // A scan that was under way knows nothing of the new folder.
        Q_EMIT library.scanFinished({}, false);
        QVERIFY(!findOffer(bench));
        Q_EMIT library.modelsFound({checkpoint("ink_v2"), checkpoint("dreamscapeXL"), checkpoint("anime", "SD1.x")});
        Q_EMIT library.scanFinished({}, false);
        QPushButton* make = findOffer(bench);
        QVERIFY(make);
        QCOMPARE(sentences(bench), QStringList{u"Found 3 models. Make a mixture from two of them?"_s});
        make->click();
        QVERIFY(bench.window.pages().current() == PageId::Mix);
        const MixRecipe recipe = mixPage(bench).document().recipe();
        QCOMPARE(recipe.base, file("dreamscapeXL").toStdString());
        QCOMPARE(recipe.experts.size(), 2U);
        QCOMPARE(recipe.experts[1].source, file("ink_v2").toStdString());
        QCOMPARE(recipe.experts[0].positive, (std::vector<WeightedPrompt>{{"dreamscape", 1.0}}));
        QCOMPARE(recipe.experts[1].positive, (std::vector<WeightedPrompt>{{"ink", 1.0}}));
        QCOMPARE(recipe.expertsPerToken, 2);
        QVERIFY(mixPage(bench).document().isModified());
        // One asks once.
        Q_EMIT library.modelsFound({checkpoint("ink_v2"), checkpoint("dreamscapeXL")});
        Q_EMIT library.scanFinished({}, false);
        QVERIFY(!findOffer(bench));
    }

    void aMixThatIsNotSavedIsAskedAbout() {
        WindowBench bench;
        bench.window.showPage(PageId::Mix);
        mixPage(bench).document().setBase(u"/models/own.safetensors"_s);
        Q_EMIT bench.window.navigator().newMixtureWanted({file("dream"), file("ink")});
        QCOMPARE(mixPage(bench).document().recipe().base, std::string("/models/own.safetensors"));
        auto* discard = bench.child<QPushButton>(u"mix_unsaved_dialog_discard_button"_s);
        QVERIFY(discard);
        discard->click();
        QCOMPARE(mixPage(bench).document().recipe().experts.size(), 2U);
    }

    /// A file that another page or a drop brings must not cost what is not saved here.
    void aRecipeFromElsewhereIsAskedAboutToo() {
        WindowBench bench;
        bench.window.showPage(PageId::Mix);
        mixPage(bench).document().setBase(u"/models/own.safetensors"_s);
        Q_EMIT bench.window.navigator().recipeWanted(u"/m/kept.yaml"_s);
        QVERIFY(bench.child<QPushButton>(u"mix_unsaved_dialog_discard_button"_s));
        QCOMPARE(mixPage(bench).document().recipe().base, std::string("/models/own.safetensors"));
    }

private:
    static MixPage& mixPage(WindowBench& bench) {
        return *static_cast<MixPage*>(bench.window.pages().page(PageId::Mix));
    }
    static QStringList sentences(WindowBench& bench) {
        QStringList all;
        for (const QFrame* frame : bench.window.findChildren<QFrame*>())
            if (frame->property("role") == u"toast"_s && frame->isVisible()) all << frame->accessibleName();
        return all;
    }
    static QPushButton* findOffer(WindowBench& bench) {
        for (QPushButton* button : bench.window.findChildren<QPushButton*>())
            if (button->text() == u"Make mixture"_s && button->isVisible()) return button;
        return nullptr;
    }
};

QTEST_MAIN(MixtureOfferTest)
#include "mixture_offer_test.moc"
