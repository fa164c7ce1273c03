// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Copies, the menu, moving, headers and deleting: what the Library page does with files.
#include "ui/library/model_file_acts.h"

#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest/QtTest>

#include "tests/ui/library/library_bench.h"

using namespace segmoe;
using namespace segmoe::ui;
using namespace Qt::StringLiterals;
using namespace segmoe::test;
using Bench = LibraryBench;

namespace {

/// With the mouse, when it has its place.
void press(QPushButton* button) {
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible() && button->height() > 8);
    QTest::mouseClick(button, Qt::LeftButton);
}

}  // namespace

class ModelFileActsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesCanBeJoinedOrTrashed() {
        Bench bench;
        LibraryContent& content = bench.engine.library().content;
        content.models.push_back(model("dream_copy", ModelRole::Checkpoint, "SDXL", 6'940'000'000));
        for (std::size_t copy : {std::size_t{0}, std::size_t{4}}) content.models[copy].sha256 = std::string(64, 'a');
        countCopies(content.models);
        const auto copyOf = [](const char* name, ModelCopy::Place place, std::uint64_t inode) {
            return ModelCopy{std::string("/models/") + name + ".safetensors", place, 6'940'000'000, 1, inode, 1};
        };
        bench.engine.library().copies = {copyOf("dream", ModelCopy::Place::Own, 1),
                                         copyOf("dream_copy", ModelCopy::Place::Own, 2),
                                         copyOf("dream_far", ModelCopy::Place::HubCache, 3)};
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1280, 800);
        page.show();
        choose(page, u"/models/glow.safetensors"_s);
        QVERIFY(!child<QPushButton>(page, "library_copies_button")->isVisible());
        choose(page, u"/models/dream.safetensors"_s);
        QVERIFY(child<QPushButton>(page, "library_copies_button")->isVisible());
        QStringList& asked = bench.engine.library().asked;
        const auto open = [&] {
            press(child<QPushButton>(page, "library_copies_button"));
            return child<QDialog>(page, "copies_dialog");
        };
        QDialog* dialog = open();
        QVERIFY(dialog);
        auto* table = dialog->findChild<QTableWidget*>(u"copies_dialog_table"_s);
        auto* join = dialog->findChild<QPushButton*>(u"copies_dialog_join_button"_s);
        auto* trash = dialog->findChild<QPushButton*>(u"copies_dialog_trash_button"_s);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->currentRow(), 0);
        QVERIFY(join->text().contains(u"6.94 GB"_s));
        QVERIFY(trash->text().contains(u"1"_s));
        table->setCurrentCell(2, 0);  // what lies in the cache of another program is kept, but nothing joins it
        QVERIFY(!join->isEnabled());
        QVERIFY(trash->text().contains(u"2"_s));
        table->setCurrentCell(0, 0);
        press(join);
        QVERIFY(!asked.join(u' ').contains(u"join"_s));  // asks first
        press(page.findChild<QPushButton*>(u"copies_join_dialog_ok_button"_s));
        QCOMPARE(asked.last(), u"join /models/dream.safetensors < /models/dream_copy.safetensors"_s);
        QVERIFY(dialog->findChild<QProgressBar*>(u"copies_dialog_bar"_s)->isVisible());
        QVERIFY(!join->isEnabled());
        Q_EMIT bench.engine.library().fileWorkProgressed(0.5);
        press(dialog->findChild<QPushButton*>(u"copies_dialog_stop_button"_s));
        QCOMPARE(asked.last(), u"stop file work"_s);
        // What went wrong stays to be read.
        Q_EMIT bench.engine.library().failed(u"/models/dream.safetensors"_s, {ErrorCode::ContentChanged, "No.", {}});
        Q_EMIT bench.engine.library().fileWorkEnded();
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->findChild<QLabel*>(u"copies_dialog_hint_label"_s)->text(), u"No."_s);
        dialog->reject();
        QTRY_VERIFY(!child<QDialog>(page, "copies_dialog"));

        QSignalSpy toasts(&bench.navigator, &Navigator::toast);
        dialog = open();
        QVERIFY(dialog);
        press(dialog->findChild<QPushButton*>(u"copies_dialog_trash_button"_s));
        press(page.findChild<QPushButton*>(u"copies_trash_dialog_ok_button"_s));
        QCOMPARE(asked.last(), u"keep /models/dream.safetensors trash /models/dream_copy.safetensors"_s);
        Q_EMIT bench.engine.library().copiesTrashed({u"/models/dream_copy.safetensors"_s}, {u"/trash/x"_s});
        Q_EMIT bench.engine.library().fileWorkEnded();
        QTRY_VERIFY(!child<QDialog>(page, "copies_dialog"));
        QCOMPARE(toasts.size(), 1);
        QCOMPARE(toasts[0][1].toString(), u"Undo"_s);
    }

    void theMenuOffersWhatFitsTheModel() {
        Bench bench;
        bench.engine.library().content.models[0].facts.origin = "https://civitai.com/models/7";
        bench.engine.library().content.models[0].sha256 = std::string(64, 'c');
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1280, 800);
        page.show();
        const auto menuOf = [&](const QString& path) {
            choose(page, path);
            Q_EMIT page.list().customContextMenuRequested({5, 5});
            return page.findChildren<QMenu*>(u"library_context_menu"_s).last();
        };
        const auto action = [](const QMenu& menu, const QString& text) -> QAction* {
            for (QAction* one : menu.actions())
                if (one->text() == text) return one;
            return nullptr;
        };
        QMenu* menu = menuOf(u"/models/dream.safetensors"_s);
        QVERIFY(!action(*menu, u"Add as LoRA to"_s));
        QVERIFY(action(*menu, u"Model page"_s)->isEnabled());
        action(*menu, u"Copy hash"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(64, u'c'));
        QSignalSpy links(&bench.navigator, &Navigator::hubLinkWanted);
        action(*menu, u"Look up online"_s)->trigger();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toString(), u"sha256:"_s + QString(64, u'c'));
        action(*menu, u"Copy path"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/models/dream.safetensors"_s);
        menu->close();

        QSignalSpy loras(&bench.navigator, &Navigator::loraWanted);
        menu = menuOf(u"/models/glow.safetensors"_s);
        QVERIFY(!action(*menu, u"Model page"_s)->isEnabled());
        QVERIFY(!action(*menu, u"Copy hash"_s)->isEnabled());
        action(*menu, u"Look up online"_s)->trigger();  // its hash comes first
        QCOMPARE(links.size(), 1);
        QVERIFY(bench.engine.library().asked.contains(u"hash /models/glow.safetensors"_s));
        Q_EMIT bench.engine.library().hashed(u"/models/glow.safetensors"_s, QString(64, u'd'), {});
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[1][0].toString(), u"sha256:"_s + QString(64, u'd'));
        Q_EMIT bench.engine.library().hashed(u"/models/glow.safetensors"_s, QString(64, u'd'), {});
        QCOMPARE(links.size(), 2);
        QVERIFY(!action(*menu, u"Add as LoRA to"_s)->menu()->actions().front()->isEnabled());
        menu->close();
        bench.navigator.setMixCards({u"Base: sea"_s, u"A: dream"_s});
        menu = menuOf(u"/models/glow.safetensors"_s);
        const QList<QAction*> places = action(*menu, u"Add as LoRA to"_s)->menu()->actions();
        QCOMPARE(places.size(), 2);
        places[1]->trigger();
        QCOMPARE(loras.size(), 1);
        QCOMPARE(loras[0][0].toString(), u"/models/glow.safetensors"_s);
        QCOMPARE(loras[0][1].toInt(), 1);
        menu->close();
    }

    void modelsMoveIntoOtherFolders() {
        Bench bench;
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1280, 800);
        page.show();
        choose(page, u"/models/anime.safetensors"_s);
        press(child<QPushButton>(page, "library_move_button"));
        auto* dialog = child<QFileDialog>(page, "library_move_dialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/models/sub"_s);
        dialog->reject();
        ScriptedLibraryClient& library = bench.engine.library();
        QCOMPARE(library.asked.last(), u"move /models/anime.safetensors to /models/sub"_s);
        Q_EMIT library.fileWorkProgressed(0.4);
        auto* bar = child<QProgressBar>(page, "library_hash_bar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 400);
        library.content.models[1].facts.path = "/models/sub/anime.safetensors";
        QSignalSpy toasts(&bench.navigator, &Navigator::toast);
        Q_EMIT library.modelsGone({u"/models/anime.safetensors"_s});
        Q_EMIT library.modelsFound({library.content.models[1]});
        Q_EMIT library.moved(u"/models/anime.safetensors"_s, u"/models/sub/anime.safetensors"_s);
        Q_EMIT library.fileWorkEnded();
        QVERIFY(!bar->isVisible());
        QCOMPARE(page.list().currentIndex().data(LibraryListModel::IdRole).toString(),
                 u"/models/sub/anime.safetensors"_s);
        toasts[0][3].value<std::function<void()>>()();  // Undo
        QCOMPARE(library.asked.last(), u"move /models/sub/anime.safetensors to /models"_s);
    }

    void enterOpensTheDetailsAndTheHeaderIsShown() {
        Bench bench;
        bench.engine.library().header = {"/models/anime.safetensors",
                                         686,
                                         {{"F16", 680}, {"F32", 6}},
                                         {{"ss_tags", R"({"a":{"b":1}})"}, {"title", "Toon"}}};
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1280, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        choose(page, u"/models/anime.safetensors"_s);
        page.list().setFocus();
        QTest::keyClick(&page.list(), Qt::Key_Return);
        QTRY_VERIFY(child<QPushButton>(page, "library_use_base_button")->hasFocus());
        press(child<QPushButton>(page, "library_header_button"));
        auto* dialog = child<QDialog>(page, "header_dialog");
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(u"header_dialog_sum_label"_s)->text().contains(u"680 F16"_s));
        auto* text = dialog->findChild<QPlainTextEdit*>(u"header_dialog_text_edit"_s);
        QVERIFY(text->toPlainText().contains(u"\n    \"a\""_s));  // laid out
        dialog->findChild<QListWidget*>(u"header_dialog_keys_list"_s)->setCurrentRow(1);
        QCOMPARE(text->toPlainText(), u"Toon"_s);
    }

    void whoUsesAModelIsSaidBeforeItIsDeleted() {
        Bench bench;
        bench.engine.library().uses = {{"/mixes/coast.yaml"}, {"/pictures/1.png", "/pictures/2.png"}, 31};
        LibraryPage page(bench.context, bench.engine.library());
        page.resize(1280, 800);
        page.show();
        choose(page, u"/models/anime.safetensors"_s);
        const auto says = [&](const QString& words) {
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words)) return true;
            return false;
        };
        QTRY_VERIFY(says(u"coast.yaml"_s));
        QVERIFY(says(u"31 picture"_s));
        press(child<QPushButton>(page, "library_delete_button"));
        auto* box = child<QMessageBox>(page, "delete_dialog");
        QVERIFY(box->informativeText().contains(u"coast.yaml"_s));
        QVERIFY(box->informativeText().contains(u"31 picture"_s));
        box->reject();
        bench.engine.library().uses = {};
        QTRY_VERIFY(!child<QMessageBox>(page, "delete_dialog"));
        press(child<QPushButton>(page, "library_delete_button"));
        QCOMPARE(child<QMessageBox>(page, "delete_dialog")->informativeText(),
                 u"No recipe and no picture here names it."_s);
    }
};

QTEST_MAIN(ModelFileActsTest)
#include "model_file_acts_test.moc"
