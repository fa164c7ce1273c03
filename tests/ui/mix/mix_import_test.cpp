// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Recipes and cards that come in as text or files, and the menus of cards and models.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/mix/base_card.h"
#include "ui/mix/expert_card.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

const QString kYaml = u"base_model: base\nexperts: []\n"_s;

/// What the text means: two models that are here, one of a hub, one nobody knows.
RecipeText reading() {
    RecipeText text;
    text.recipe.name = "came in";
    text.recipe.base = MixBench::path("base").toStdString();
    for (const QString& source : {MixBench::path("dream"), u"ada/remote"_s, u"/nowhere/x.safetensors"_s}) {
        ExpertSpec expert;
        expert.source = source.toStdString();
        expert.positive = {{"prompt", 1.0}};
        text.recipe.experts.push_back(expert);
    }
    return text;
}

void prepare(MixBench& bench) {
    SourceAnswer remote;
    remote.isRemote = true;
    bench.client.sources[u"ada/remote"_s] = remote;
    bench.client.texts[kYaml] = reading();
    bench.fill();
}

QAction* actionOf(QMenu& menu, const char* name) { return menu.findChild<QAction*>(QLatin1StringView(name)); }

}  // namespace

class MixImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDroppedRecipeIsShownFirst() {
        MixBench bench;
        prepare(bench);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"mix.yaml"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(kYaml.toUtf8());
        out.close();
        const MixRecipe before = bench.document().recipe();
        QVERIFY(bench.drop(bench.centre("mix_add_tile"), *bench.files({file})));
        auto* dialog = bench.find<QDialog>("import_dialog");
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(bench.document().recipe() == before);
        auto* places = dialog->findChild<QLabel*>(u"import_dialog_places_label"_s);
        QTRY_COMPARE(places->text(), u"Models: 2 found, 1 to download, 1 unknown"_s);
        auto* parts = dialog->findChild<QTreeWidget*>(u"import_dialog_parts_tree"_s);
        QCOMPARE(parts->topLevelItemCount(), 4);
        const QStringList words{u"found"_s, u"found"_s, u"to download"_s, u"unknown"_s};
        for (int i = 0; i < 4; ++i) QCOMPARE(parts->topLevelItem(i)->text(2), words[i]);
        const int steps = bench.document().undoStack().count();
        dialog->findChild<QPushButton*>(u"import_dialog_ok_button"_s)->click();
        QCOMPARE(bench.document().recipe().name, std::string("came in"));
        QCOMPARE(bench.document().undoStack().count(), steps + 1);
        bench.document().undoStack().undo();
        QVERIFY(bench.document().recipe() == before);
    }

    void aFileThatIsNoneSaysSo() {
        MixBench bench;
        prepare(bench);
        bench.drop(bench.centre("mix_add_tile"), *bench.files({u"/nowhere/mix.yaml"_s}));
        auto* dialog = bench.find<QDialog>("import_dialog");
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(u"import_dialog_problem_label"_s)->text().contains(u"mix.yaml"_s));
        QVERIFY(!dialog->findChild<QPushButton*>(u"import_dialog_ok_button"_s)->isEnabled());
    }

    void recipeTextIsTakenAnywhere() {
        MixBench bench;
        prepare(bench);
        QApplication::clipboard()->setText(kYaml);
        bench.page->cards().focusCard(0);
        bench.page->paste();
        auto* dialog = bench.find<QDialog>("import_dialog");
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QTreeWidget*>(u"import_dialog_parts_tree"_s)->topLevelItemCount(), 4);
        dialog->close();
        bench.settle();
        QMimeData text;
        text.setText(kYaml);
        QVERIFY(bench.drop(bench.centre("mix_card_base"), text));
        QVERIFY(bench.find<QDialog>("import_dialog")->isVisible());
        QCOMPARE(bench.document().card(0).spec.positive.size(), 1U);  // no gate prompt was made of it
    }

    void theBaseHasAMenu() {
        MixBench bench;
        bench.client.sources[MixBench::path("base")].facts.origin = "https://civitai.com/models/5?modelVersionId=7";
        bench.page->catalog().refresh(MixBench::path("base"));
        prepare(bench);
        QSignalSpy page(&bench.navigator, &Navigator::webPageWanted);
        QSignalSpy details(&bench.navigator, &Navigator::modelDetailWanted);
        QTest::mouseClick(bench.find<QToolButton>("mix_base_menu_button"), Qt::LeftButton);
        auto* menu = bench.find<QMenu>("mix_card_base_menu");
        QVERIFY(menu && menu->isVisible());
        QVERIFY(actionOf(*menu, "mix_menu_show_file")->isEnabled());
        actionOf(*menu, "mix_menu_details")->trigger();
        QCOMPARE(details.size(), 1);
        actionOf(*menu, "mix_menu_page")->trigger();
        QCOMPARE(page.size(), 1);
        QCOMPARE(page[0][0].toString(), u"https://civitai.com/models/5?modelVersionId=7"_s);
        menu->close();
        QMenu other;
        bench.page->cards().card(0)->fillMenu(other);
        QVERIFY(!actionOf(other, "mix_menu_page")->isEnabled());  // nothing says where it is from
    }

    void aCardIsCopiedWhole() {
        MixBench bench;
        prepare(bench);
        bench.document().addPrompt({0, PromptSide::Negative, 0}, {"sketch", 0.5});
        bench.document().addLora(0, MixBench::path("glow"), 0.7);
        bench.settle();
        QMenu menu;
        bench.page->cards().card(0)->fillMenu(menu);
        actionOf(menu, "mix_menu_copy_card")->trigger();
        bench.page->cards().focusCard(0);
        bench.page->paste();
        QCOMPARE(bench.document().cardCount(), 3);
        const ExpertSpec &first = bench.document().card(0).spec, &second = bench.document().card(1).spec;
        QCOMPARE(second.source, first.source);
        QVERIFY(second.negative == first.negative);
        QVERIFY(second.loras == first.loras);
        bench.document().undoStack().undo();
        QCOMPARE(bench.document().cardCount(), 2);
    }
};

QTEST_MAIN(MixImportTest)
#include "mix_import_test.moc"
