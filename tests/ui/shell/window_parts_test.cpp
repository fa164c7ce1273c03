// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Banner, toasts, command list, docks, quit dialog, guided steps, files: what stands around the pages.
#include "tests/ui/shell/window_bench.h"
#include "ui/shell/action_list.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/command_dialog.h"
#include "ui/shell/file_opener.h"
#include "ui/shell/guided_steps.h"
#include "ui/shell/log_panel.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/navigator.h"
#include "ui/shell/notice_text.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/quit_dialog.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/toast_area.h"
#include "ui/shell/window_docks.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

using Bench = WindowBench;

class WindowPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void railAndKeysShowPages() {
        Bench bench;
        bench.activate();
        QTest::keyClick(&bench.window, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(bench.window.pages().current() == PageId::Settings);
        QVERIFY(bench.window.rail().button(PageId::Settings)->isChecked());
        bench.window.rail().button(PageId::Render)->click();
        QVERIFY(bench.window.pages().current() == PageId::Render);
        Q_EMIT bench.window.navigator().attention(PageId::Settings);
        QVERIFY(bench.window.rail().button(PageId::Settings)->hasBadge());
        bench.window.showPage(PageId::Settings);
        QVERIFY(!bench.window.rail().button(PageId::Settings)->hasBadge());
    }
    void oneGoesBackAndForwardThroughPages() {
        Bench bench;
        bench.activate();
        for (PageId page : {PageId::Gallery, PageId::Settings}) bench.window.showPage(page);
        const auto current = [&] { return bench.window.pages().current(); };
        QTest::keyClick(&bench.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(current() == PageId::Gallery);
        QTest::keyClick(&bench.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(current() == PageId::Render);
        QTest::keyClick(&bench.window, Qt::Key_Left, Qt::AltModifier);  // nothing before it
        QVERIFY(current() == PageId::Render);
        QTest::keyClick(&bench.window, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(current() == PageId::Gallery && bench.window.rail().button(PageId::Gallery)->isChecked());
        bench.window.showPage(PageId::Render);
        bench.action(ActionId::PageForward)->trigger();  // another way was taken
        QVERIFY(current() == PageId::Render);
        // In a prompt the same keys move an element.
        auto* prompt = bench.child<QPlainTextEdit>(u"render_prompt_edit"_s);
        prompt->setPlainText(u"one, two"_s);
        prompt->moveCursor(QTextCursor::End);
        prompt->setFocus();
        QTest::keyClick(prompt, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(current() == PageId::Render);
        QVERIFY(prompt->toPlainText().startsWith(u"two"_s));
    }
    void keysOfTheMixWorkEverywhere() {
        Bench bench;
        bench.activate();
        QVERIFY(!bench.window.pages().has(PageId::Mix));
        QTest::keyClick(&bench.window, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(bench.window.pages().current() == PageId::Mix);
        bench.window.showPage(PageId::Gallery);
        QTest::keyClick(&bench.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bench.window.pages().current() == PageId::Mix || !bench.action(ActionId::MixSaveMixture)->isEnabled());
    }
    void theFocusComesBackWithThePage() {
        Bench bench;
        bench.activate();
        auto* prompt = bench.child<QPlainTextEdit>(u"render_prompt_edit"_s);
        prompt->setFocus();
        bench.window.showPage(PageId::Settings);
        bench.window.showPage(PageId::Render);
        QVERIFY(prompt->hasFocus());
    }
    void commandListFindsAndRuns() {
        Bench bench;
        bench.activate();
        bench.action(ActionId::CommandList)->trigger();
        auto* dialog = bench.window.findChild<CommandDialog*>();
        QVERIFY(dialog);
        auto* list = dialog->findChild<ActionList*>();
        const int all = list->count();
        QVERIFY(all > 20);
        list->setFilter(u"setti every"_s);
        QVERIFY(list->count() < all && list->count() > 0);
        QTest::keyClick(dialog->findChild<QLineEdit*>(u"command_filter_edit"_s), Qt::Key_Return);
        QTRY_VERIFY(bench.window.pages().current() == PageId::Settings);
    }
    void shortcutsAreListedWithHelp() {
        Bench bench;
        bench.action(ActionId::HelpShortcuts)->trigger();
        auto* dialog = bench.window.findChild<ShortcutsDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton*>(u"shortcuts_edit_button"_s)->click();
        QVERIFY(bench.window.pages().current() == PageId::Settings);
        QVERIFY(bench.window.findChild<SettingsPage*>()->section() == SettingSection::Shortcuts);
    }
    void bannersWaitForEachOther() {
        Bench bench;
        BannerBar bar(bench.theme);
        int pressed = 0;
        int closed = 0;
        bar.add({.id = u"a"_s,
                 .sentence = u"First."_s,
                 .buttons = {{u"a_button"_s, u"Do"_s, [&] { ++pressed; }}},
                 .closed = {}});
        bar.add({.id = u"b"_s, .sentence = u"Second."_s, .buttons = {}, .closed = [&] { ++closed; }});
        QCOMPARE(bar.currentId(), u"a"_s);
        bar.findChild<QPushButton*>(u"a_button"_s)->click();
        QCOMPARE(pressed, 1);
        QCOMPARE(bar.currentId(), u"b"_s);
        bar.findChild<QToolButton*>(u"banner_close_button"_s)->click();
        QCOMPARE(closed, 1);
        QVERIFY(bar.isHidden());
    }
    void atMostTwoToastsAndOneCall() {
        Bench bench;
        ToastArea& area = bench.window.toasts();
        int calls = 0;
        auto context = std::make_unique<QObject>();
        for (const char* text : {"One.", "Two.", "Three."})
            Q_EMIT bench.window.navigator().toast(QString::fromLatin1(text), u"Undo"_s, context.get(),
                                                  [&] { ++calls; });
        QCOMPARE(area.count(), 2);
        area.findChild<QPushButton*>(u"toast_3_action_button"_s)->click();
        QCOMPARE(calls, 1);
        QCOMPARE(area.count(), 1);
        context.reset();
        area.findChild<QPushButton*>(u"toast_2_action_button"_s)->click();
        QCOMPARE(calls, 1);
        QCOMPARE(area.count(), 0);
    }
    void logShowsLinesFromItsLevel() {
        Bench bench;
        logMessage(LogLevel::Debug, "small");
        logMessage(LogLevel::Warning, "careful: größer");
        QCoreApplication::processEvents();
        bench.action(ActionId::ViewLog)->trigger();
        QVERIFY(bench.window.docks().log()->isVisible());
        const QString text = bench.child<QPlainTextEdit>(u"log_text_edit"_s)->toPlainText();
        QVERIFY(text.contains(u"careful: größer"_s));
        QVERIFY(!text.contains(u"small"_s));
        bench.child<QComboBox>(u"log_level_combo"_s)->setCurrentIndex(0);
        QVERIFY(bench.child<QPlainTextEdit>(u"log_text_edit"_s)->toPlainText().contains(u"small"_s));
        QFile file(bench.log.folder() + u"/segmoe-studio.log"_s);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("größer"));
    }
    void savingTheLogSaysWhatCameOfIt() {
        Bench bench;
        logMessage(LogLevel::Warning, "a line to keep");
        QCoreApplication::processEvents();
        bench.action(ActionId::ViewLog)->trigger();
        QSignalSpy messages(&bench.window.navigator(), &Navigator::message);
        QSignalSpy toasts(&bench.window.navigator(), &Navigator::toast);
        const auto saveAs = [&](const QString& file) {
            bench.child<QPushButton>(u"log_save_button"_s)->click();
            auto* dialog = bench.child<QFileDialog>(u"save_log_dialog"_s);
            Q_EMIT dialog->fileSelected(file);
            dialog->reject();
            QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
        };
        const QString place = bench.profile.filePath(u"kept.log"_s);
        saveAs(place);
        QTRY_COMPARE(messages.size(), 1);
        QVERIFY(messages[0][0].toString().contains(u"kept.log"_s));
        QFile file(place);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("a line to keep"));
        QVERIFY(toasts.isEmpty());
        saveAs(bench.profile.filePath(u"no/such/folder/kept.log"_s));
        QTRY_COMPARE(toasts.size(), 1);
        QVERIFY(toasts[0][0].toString().contains(u"could not be saved"_s));
        QCOMPARE(messages.size(), 1);
    }
    void aboutListsEveryLibraryOfTheNotice() {
        QFile notice(QStringLiteral(SEGMOE_SOURCE_DIR "/NOTICE"));
        QVERIFY(notice.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(notice.readAll());
        QCOMPARE(noticeText(), text);
        const std::vector<NoticeEntry> entries = noticeEntries(text, u"Libraries linked"_s);
        // Counted another way: indented lines between this heading and the next paragraph.
        const qsizetype begin = text.indexOf(u"\n  "_s, text.indexOf(u"Libraries linked"_s));
        const qsizetype end = text.indexOf(u"\n\n"_s, begin);
        const QString list = text.mid(begin, end - begin);
        QCOMPARE(static_cast<qsizetype>(entries.size()), list.count(u"\n  "_s) - list.count(u"\n   "_s));
        Bench bench;
        bench.action(ActionId::HelpAbout)->trigger();
        const auto* shown = bench.child<QLabel>(u"about_dialog_licence_label"_s);
        QVERIFY(shown);
        for (const char* name : {"Qt 6", "QtKeychain", "libcurl", "SQLiteCpp", "spdlog, {fmt}"})
            QVERIFY2(std::ranges::any_of(entries, [&](const auto& e) { return e.name == QLatin1StringView(name); }),
                     name);
        for (const NoticeEntry& entry : entries) {
            QVERIFY(!entry.licence.isEmpty());
            QVERIFY2(shown->text().contains(entry.name + u": "_s + entry.licence), qPrintable(entry.name));
        }
        bench.child<QPushButton>(u"about_dialog_notice_button"_s)->click();
        QCOMPARE(bench.child<QPlainTextEdit>(u"notice_dialog_text_edit"_s)->toPlainText(), text);
    }
    void focusModeHidesEverythingAround() {
        Bench bench;
        bench.action(ActionId::ViewJobs)->trigger();
        QVERIFY(bench.window.docks().jobs()->isVisible());
        bench.action(ActionId::ViewFocusMode)->trigger();
        QVERIFY(!bench.window.rail().isVisible());
        QVERIFY(!bench.window.docks().jobs()->isVisible());
        bench.action(ActionId::ViewFocusMode)->trigger();
        QVERIFY(bench.window.rail().isVisible());
        QVERIFY(bench.window.docks().jobs()->isVisible());
    }
    void aNarrowWindowPutsTheJobsAway() {
        Bench bench;
        bench.window.resize(1280, 800);
        bench.action(ActionId::ViewJobs)->trigger();
        bench.window.resize(1100, 800);
        QTRY_VERIFY(!bench.window.docks().jobs()->isVisible());
        bench.window.resize(1280, 800);
        QTRY_VERIFY(bench.window.docks().jobs()->isVisible());
    }
    void quittingWithWorkAsks() {
        Bench bench;
        RenderRequest request;
        request.model = "/m/mixture.yaml";
        for (int i = 0; i < 3; ++i) bench.window.queue().add(RenderWork{request});
        QVERIFY(!bench.window.queue().isIdle());
        bench.window.close();
        QVERIFY(bench.window.isVisible());
        auto* dialog = bench.window.findChild<QuitDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton*>(u"quit_dialog_cancel_button"_s)->click();
        QVERIFY(bench.window.isVisible());
        QTRY_VERIFY(!bench.window.findChild<QuitDialog*>());
        bench.window.close();
        QSignalSpy gone(&bench.window, &MainWindow::closedForGood);
        bench.window.findChild<QuitDialog*>()->findChild<QPushButton*>(u"quit_dialog_stop_button"_s)->click();
        QVERIFY(!bench.window.isVisible());
        QCOMPARE(gone.size(), 1);
        QVERIFY(!bench.client.cancelled.empty());
    }
    void quittingWhenDoneWaits() {
        Bench bench;
        RenderRequest request;
        request.model = "/m/mixture.yaml";
        bench.window.queue().add(RenderWork{request});
        bench.window.close();
        bench.window.findChild<QuitDialog*>()->findChild<QPushButton*>(u"quit_dialog_later_button"_s)->click();
        QVERIFY(bench.window.isVisible());
        WorkReport report;
        report.result = RenderResult{};
        Q_EMIT bench.client.workFinished(bench.client.lastJob(), report);
        QTRY_VERIFY(!bench.window.isVisible());
    }
    void guidedStepsPointAtControlsAndEndWithEscape() {
        Bench bench;
        bench.activate();
        bench.action(ActionId::HelpGuide)->trigger();
        auto* guide = bench.window.findChild<GuidedSteps*>();
        QVERIFY(guide && guide->isVisible());
        QCOMPARE(guide->step(), 0);
        for (int i = 1; i < 5; ++i) {
            bench.child<QPushButton>(u"guide_next_button"_s)->click();
            QCOMPARE(guide->step(), i);
            QVERIFY(bench.window.rect().contains(guide->geometry()));
        }
        QTest::keyClick(guide, Qt::Key_Escape);
        QVERIFY(!guide->isVisible());
    }
    void filesAreSortedByKind() {
        Bench bench;
        BannerBar bar(bench.theme);
        FileOpener opener(bench.window.context(), bar);
        QCOMPARE(opener.choices(u"/x/a.ckpt"_s).size(), std::size_t{0});
        QVERIFY(!opener.choices(u"/x/a.safetensors"_s).empty());
        QSignalSpy message(&bench.window.navigator(), &Navigator::message);
        const QString pickle = bench.profile.filePath(u"a.ckpt"_s);
        QFile file(pickle);
        QVERIFY(file.open(QIODevice::WriteOnly));
        opener.open(pickle);
        QCOMPARE(message.size(), 1);
        QVERIFY(message.first().first().toString().contains(u"pickle"_s));
        QVERIFY(bench.settings.recentFiles().isEmpty());
    }
    void aModelFromTheCommandLineIsChosen() {
        Bench bench;
        const QString model = bench.profile.filePath(u"b.safetensors"_s);
        QFile file(model);
        QVERIFY(file.open(QIODevice::WriteOnly));
        bench.window.openFile(model);
        QCOMPARE(bench.window.renderPage().chooser().model(), model);
        QCOMPARE(bench.settings.recentFiles(), QStringList{model});
    }
    void textSizeKeysChangeTheSetting() {
        Bench bench;
        bench.action(ActionId::ViewTextLarger)->trigger();
        QVERIFY(qAbs(bench.settings.get(keys::kTextScale) - 1.1) < 1e-9);
        QVERIFY(qAbs(bench.theme.options().textScale - 1.1) < 1e-9);
        bench.action(ActionId::ViewTextSmaller)->trigger();
        QVERIFY(qAbs(bench.theme.options().textScale - 1.0) < 1e-9);
    }
    void layoutAndPageComeBack() {
        QTemporaryDir profile;
        Theme theme;
        for (int round = 0; round < 2; ++round) {
            ScriptedEngineClient client;
            Settings settings(profile.path());
            MainWindow window(theme, client, settings);
            window.show();
            if (round == 0) {
                window.showPage(PageId::Settings);
                window.actionTable().action(ActionId::ViewJobs)->trigger();
            } else {
                QVERIFY(window.pages().current() == PageId::Settings);
                QVERIFY(window.docks().jobs()->isVisible());
                QVERIFY(window.actionTable().action(ActionId::ViewJobs)->isChecked());
            }
            window.close();
        }
    }
    void workingOfflineIsSeenAndSwitched() {
        Bench bench;
        auto* network = bench.child<QToolButton>(u"status_network_button"_s);
        QCOMPARE(network->text(), u"Online"_s);
        network->click();
        QVERIFY(bench.settings.get(keys::kOffline));
        QCOMPARE(network->text(), u"Offline"_s);
        // Banners of the first start may stand before it.
        for (int i = 0; i < 3 && bench.window.banner().currentId() != "offline"_L1; ++i)
            bench.child<QToolButton>(u"banner_close_button"_s)->click();
        QCOMPARE(bench.window.banner().currentId(), u"offline"_s);
        bench.child<QPushButton>(u"offline_online_button"_s)->click();
        QVERIFY(!bench.settings.get(keys::kOffline));
        QCOMPARE(network->text(), u"Online"_s);
        QVERIFY(bench.window.banner().currentId() != "offline"_L1);
    }
    void theFirstStartLeadsToModels() {
        QTemporaryDir profile;
        Theme theme;
        Settings settings(profile.path());
        ScriptedEngineClient client;
        client.facts.devices = {u"cpu"_s};
        client.facts.starterFolder = profile.path();
        MainWindow window(theme, client, settings);
        window.show();
        client.start();
        QCOMPARE(window.banner().currentId(), u"first_run"_s);
        QSignalSpy search(&window.navigator(), &Navigator::hubSearchWanted);
        window.findChild<QPushButton*>(u"first_run_search_button"_s)->click();
        QVERIFY(!search.isEmpty());  // again once the page is built
        QVERIFY(window.pages().current() == PageId::Library);
        QVERIFY(settings.isBannerClosed(u"first_run"_s));
        // The next one tells how long a picture takes, as soon as that is known.
        QCOMPARE(window.banner().currentId(), u"no_gpu"_s);
        MemoryForecast forecast;
        forecast.seconds = 150.0;
        Q_EMIT client.forecast(forecast);
        QCOMPARE(window.banner().currentId(), u"no_gpu"_s);
        QVERIFY(window.banner().findChild<QLabel*>()->text().contains(u"3 minute"_s));
        Q_EMIT window.navigator().modelFoldersWanted();
        QVERIFY(window.findChild<QDialog*>(u"roots_dialog"_s));
    }
    void aCrashIsTold() {
        QTemporaryDir profile;
        Theme theme;
        {
            ScriptedEngineClient client;
            Settings settings(profile.path());
            MainWindow window(theme, client, settings);
            client.start();
            RenderRequest request;
            request.model = "/m/mixture.yaml";
            for (int i = 0; i < 2; ++i) window.queue().add(RenderWork{request});
            QTest::qWait(700);  // the queue's file is written half a second after a change
            // Destroyed without closing, as after a crash.
        }
        ScriptedEngineClient client;
        Settings settings(profile.path());
        MainWindow window(theme, client, settings);
        window.show();
        client.start();
        QCOMPARE(window.banner().currentId(), u"crash"_s);
        QCOMPARE(window.queue().waitingCount(), 2);
        QVERIFY(window.queue().isPaused());
        window.findChild<QPushButton*>(u"crash_restore_button"_s)->click();
        QVERIFY(!window.queue().isPaused());
    }
};

QTEST_MAIN(WindowPartsTest)
#include "window_parts_test.moc"
