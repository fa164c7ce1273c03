// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Journeys J4 to J8, J16 and the mix's part of J20 (ui.md §16) on a scripted client.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/mix/mix_bench.h"
#include "ui/mix/mix_state.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;
using test::MixBench;

namespace {

void type(QWidget* widget, const QString& text) {
    widget->setFocus();
    QTest::keyClicks(widget, text);
}

}  // namespace

class MixJourneysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void j4_j5_composeByMouseAndByKeyboard() {
        MixBench mouse;
        QVERIFY(mouse.drop(mouse.centre("mix_card_base"), *mouse.models({"base"})));
        QVERIFY(mouse.drop(mouse.centre("mix_add_tile"), *mouse.models({"dream"})));
        QVERIFY(mouse.drop(mouse.centre("mix_add_tile"), *mouse.models({"ink"})));
        type(mouse.find<QPlainTextEdit>("mix_A_pos_0_edit"), u"dreamy landscape"_s);
        type(mouse.find<QPlainTextEdit>("mix_B_pos_0_edit"), u"ink drawing"_s);
        QVERIFY(mouse.drop(mouse.centre("mix_card_B"), *mouse.models({"glow"})));
        mouse.find<QSpinBox>("mix_k_spin")->setValue(1);
        mouse.find<QSpinBox>("mix_k_spin")->setValue(2);
        QVERIFY(mouse.document().undoStack().count() >= 7);
        mouse.find<QToolButton>("mix_build_button")->click();
        mouse.jobs.finishBuild();
        QCOMPARE(mouse.document().buildState(), BuildState::Built);

        MixBench keys;
        auto* list = keys.find<QListView>("mix_source_list");
        const auto choose = [&](const char* name, Qt::KeyboardModifiers modifiers) {
            auto* find = keys.find<QLineEdit>("mix_source_filter_edit");
            find->setText(QLatin1StringView(name) + u".safetensors"_s);
            list->setCurrentIndex(list->model()->index(0, 0));
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Return, modifiers);
            find->clear();
            keys.settle();
        };
        choose("base", Qt::ControlModifier);
        choose("dream", Qt::NoModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"dreamy landscape"_s);
        choose("ink", Qt::NoModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"ink drawing"_s);
        // The LoRA by its menu's dialog.
        auto* add = keys.find<QToolButton>("mix_B_lora_add_button");
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        auto* dialog = keys.find<QDialog>("model_picker_dialog");
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog->findChild<QWidget*>(u"model_picker_dialog_ok_button"_s), Qt::Key_Space);
        keys.settle();
        QCOMPARE(recipeHash(keys.document().recipe()).toHex(), recipeHash(mouse.document().recipe()).toHex());
    }

    void j6_wrongDrops() {
        MixBench bench;
        bench.fill();
        for (const char* more : {"photo", "clay", "dream", "ink", "photo", "clay"})
            bench.document().addExpert(MixBench::path(more));
        while (bench.document().cardCount() > 7) bench.document().removeExpert(7);
        bench.settle();
        const int steps = bench.document().undoStack().count();
        const QPoint tile = bench.centre("mix_add_tile");
        QVERIFY(!bench.drop(tile, *bench.models({"anime"})));
        QVERIFY2(bench.hint().contains(u"is SD1.5, this mixture is SDXL"_s), qPrintable(bench.hint()));  // D1
        QVERIFY(!bench.drop(tile, *bench.files({u"/x/old.ckpt"_s})));
        QVERIFY2(bench.hint().contains(u"pickle"_s), qPrintable(bench.hint()));  // D3
        QVERIFY(!bench.drop(tile, *bench.models({"vae"})));
        QVERIFY2(bench.hint().contains(u"holds only a VAE"_s), qPrintable(bench.hint()));  // D2
        QVERIFY(!bench.drop(tile, *bench.files({u"/x/notes.txt"_s})));
        QVERIFY2(bench.hint().contains(u"cannot read “txt”"_s), qPrintable(bench.hint()));  // D4
        QCOMPARE(bench.document().undoStack().count(), steps);
        bench.document().addExpert(MixBench::path("dream"));
        bench.settle();
        const int full = bench.document().undoStack().count();
        QWidget* last = bench.find<QWidget>("mix_card_H");
        bench.page->cards().ensureWidgetVisible(last);
        QSignalSpy message(&bench.navigator, &Navigator::message);
        QVERIFY(!bench.drop(bench.onList(*last, QPoint(20, last->height() + 3)), *bench.models({"ink"})));
        QVERIFY2(bench.hint().contains(u"at most 8 experts"_s), qPrintable(bench.hint()));  // D5
        QVERIFY(!message.isEmpty());
        QCOMPARE(bench.document().undoStack().count(), full);
    }

    void j7_undoToBuilt() {
        MixBench bench;
        bench.fill();
        bench.page->build();
        bench.jobs.finishBuild();
        type(bench.find<QPlainTextEdit>("mix_A_pos_0_edit"), u"x"_s);
        QCOMPARE(bench.document().buildState(), BuildState::GatesOutOfDate);
        bench.find<QPushButton>("mix_layers_ff_radio")->click();
        QCOMPARE(bench.document().buildState(), BuildState::WeightsOutOfDate);
        auto* undo = bench.find<QToolButton>("mix_undo_button");
        undo->click();
        undo->click();
        QCOMPARE(bench.document().buildState(), BuildState::Built);
        QCOMPARE(bench.jobs.builds.size(), 1U);
        auto* redo = bench.find<QToolButton>("mix_redo_button");
        redo->click();
        QCOMPARE(bench.document().buildState(), BuildState::GatesOutOfDate);
        redo->click();
        QCOMPARE(bench.document().buildState(), BuildState::WeightsOutOfDate);
    }

    void j8_identicalPrompts() {
        MixBench bench;
        bench.fill();
        bench.document().setPromptText({1, PromptSide::Positive, 0}, u"dreamy landscape"_s);
        const int steps = bench.document().undoStack().count();
        bench.page->build();
        QVERIFY(bench.jobs.builds.empty());
        QVERIFY(!bench.find<QToolButton>("mix_build_button")->isEnabled());
        bench.settle();
        QVERIFY(bench.find<QWidget>("mix_check_C5")->isVisible());
        for (QPushButton* button : bench.page->findChildren<QPushButton*>())
            if (button->text() == u"Use Random gates"_s) {
                button->click();
                break;
            }
        QVERIFY(bench.find<QWidget>("mix_check_C14"));
        QVERIFY(bench.find<QToolButton>("mix_build_button")->isEnabled());
        QCOMPARE(bench.document().undoStack().count(), steps + 1);
    }

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

    void j16_missingExpert() {
        MixBench bench;
        RecipeText text;
        text.recipe.name = "old mix";
        text.recipe.base = MixBench::path("base").toStdString();
        text.recipe.experts = {{"/gone/dream.safetensors", "", {{"a", 1.0}}, {}, {}, {}},
                               {MixBench::path("ink").toStdString(), "", {{"b", 1.0}}, {}, {}, {}}};
        bench.client.files[u"/old.yaml"_s] = text;
        bench.page->openFile(u"/old.yaml"_s);
        bench.settle();
        QVERIFY(bench.find<QWidget>("mix_check_C3"));
        QVERIFY(bench.find<QToolButton>("mix_A_locate_button")->isVisible());
        bench.find<QToolButton>("mix_A_locate_button")->click();
        bench.find<QMenu>("mix_locate_menu")->findChild<QAction*>(u"mix_locate_menu_file"_s)->trigger();
        auto* dialog = bench.find<QFileDialog>("mix_locate_dialog");
        QVERIFY(dialog);
        bench.client.sources[u"/new/renamed.safetensors"_s] = bench.client.sources.at(MixBench::path("dream"));
        Q_EMIT dialog->fileSelected(u"/new/renamed.safetensors"_s);
        dialog->close();
        bench.settle();
        QVERIFY(!bench.page->findChild<QWidget*>(u"mix_check_C3"_s));
        QCOMPARE(bench.find<QLineEdit>("mix_A_alias_edit")->text(), u"dream"_s);
        QCOMPARE(bench.document().card(0).spec.source, std::string("/new/renamed.safetensors"));
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
