// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What a scripted client tells of journeys J9 and J20 (ui.md §16) on the Mix page; J4 to J9 and J16 run on the real
// engine (starter_compose_journeys, starter_drop_journeys, starter_mix_journeys, starter_recipe_journeys).
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/mix/mix_state.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

class MixJourneysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What the text means is core/engine/recipe_text_test; here is what the page does with it.
    void j9_importAndABrokenText() {
        MixBench bench;
        bench.fill();
        const MixRecipe before = bench.document().recipe();
        RecipeText good, broken;
        good.recipe = before;
        good.recipe.name = "imported";
        good.recipe.expertsPerToken = 1;
        broken.isReadable = false;
        broken.code = ErrorCode::RecipeParseFailed;
        broken.mistakes.push_back({3, 7, "", "the list is not closed."});
        bench.client.texts[u"good"_s] = good;
        bench.client.texts[u"broken"_s] = broken;
        bench.page->importRecipe();
        auto* dialog = bench.find<QDialog>("import_dialog");
        QVERIFY(dialog && dialog->isVisible());
        auto* text = dialog->findChild<QPlainTextEdit*>(u"import_dialog_text_edit"_s);
        auto* replace = dialog->findChild<QPushButton*>(u"import_dialog_ok_button"_s);
        text->setPlainText(u"broken"_s);
        QVERIFY(dialog->findChild<QLabel*>(u"import_dialog_problem_label"_s)->text().startsWith(u"Line 3, column 7"_s));
        QVERIFY(!replace->isEnabled());
        QVERIFY(bench.document().recipe() == before);
        text->setPlainText(u"good"_s);
        QVERIFY(replace->isEnabled());
        QCOMPARE(dialog->findChild<QTreeWidget*>(u"import_dialog_parts_tree"_s)->topLevelItemCount(), 3);
        const int steps = bench.document().undoStack().count();
        replace->click();
        QVERIFY(bench.document().recipe() == good.recipe);
        QCOMPARE(bench.document().undoStack().count(), steps + 1);
        bench.document().undoStack().undo();
        QVERIFY(bench.document().recipe() == before);
    }

    void j20_crashRecovery() {
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"recovery.yaml"_s);
        ScriptedMixClient client;
        MixRecipe kept;
        {
            MixDocument document;
            MixFiles files(document, client, copy);
            files.setAutosaveDelay(0);
            document.setBase(u"/m/base.safetensors"_s);
            document.addExpert(u"/m/a.safetensors"_s);
            QTRY_VERIFY(client.written.contains(copy));
            kept = client.written.at(copy);
            QCOMPARE(kept.experts.size(), 1U);
        }
        QFile file(copy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        RecipeText text;
        text.recipe = kept;
        text.mistakes.push_back({1, 1, "experts", "has one entry"});  // an unfinished mix is restored all the same
        client.files[copy] = text;
        MixDocument document;
        MixFiles files(document, client, copy);
        QVERIFY(files.hasRecovery());
        files.recover();
        QVERIFY(document.recipe() == kept);
        QVERIFY(document.isModified());
        files.discardRecovery();
        QVERIFY(!files.hasRecovery());
    }
};

QTEST_MAIN(MixJourneysTest)
#include "mix_journeys_test.moc"
