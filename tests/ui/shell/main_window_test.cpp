// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/error_text.h"
#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/shell/action_table.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

const QString kMixture = u"/m/mixture.yaml"_s;

struct Bench {
    Bench() : settings(profile.path()), window(theme, client, settings) {
        client.models = {{kMixture, sample::mixtureSummary()}};
    }
    void start() {
        window.show();
        client.start();
        window.renderPage().chooser().choose(kMixture);
    }
    QTemporaryDir profile;
    Theme theme;
    ScriptedEngineClient client;
    Settings settings;
    MainWindow window;
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEngineIsNotTouchedBeforeTheFirstPaint() {
        Bench bench;
        QSignalSpy painted(&bench.window, &MainWindow::firstPainted);
        QSignalSpy ready(&bench.client, &EngineClient::ready);
        bench.window.show();
        QTRY_COMPARE(painted.size(), 1);
        QCOMPARE(ready.size(), 0);
    }
    void keysRenderQueueAndCancel() {
        Bench bench;
        bench.start();
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        auto* prompt = bench.window.findChild<QPlainTextEdit*>(u"render_prompt_edit"_s);
        prompt->setFocus();
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});  // one at a time, the other waits
        QCOMPARE(bench.window.queue().waitingCount(), 1);
        QTest::keyClick(prompt, Qt::Key_Escape);
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        QTest::keyClick(prompt, Qt::Key_Backspace, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(bench.window.queue().waitingCount(), 0);
    }
    void theFocusGoesWithTheWork() {
        Bench bench;
        bench.start();
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        auto* start = bench.window.findChild<QPushButton*>(u"render_start_button"_s);
        auto* cancel = bench.window.findChild<QPushButton*>(u"render_cancel_button"_s);
        QTRY_VERIFY(start->hasFocus());
        QTest::keyClick(start, Qt::Key_Space);
        QVERIFY(cancel->hasFocus());
        Q_EMIT bench.client.workFinished(bench.client.lastJob(), {});
        QVERIFY(start->hasFocus());
    }
    void tabReachesEveryControlOfTheForm() {
        Bench bench;
        bench.start();
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        auto* first = bench.window.findChild<QWidget*>(u"render_mix_combo"_s);
        first->setFocus();
        QSet<QString> visited;
        for (int i = 0; i < 80; ++i) {
            visited << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const QString& name : {u"render_prompt_edit"_s, u"render_negative_edit"_s, u"render_size_combo"_s,
                                    u"render_steps_spin"_s, u"render_cfg_spin"_s, u"render_sampler_combo"_s,
                                    u"render_seed_edit"_s, u"render_start_button"_s, u"render_preview_view"_s})
            QVERIFY2(visited.contains(name), qPrintable(name));
    }
    void aJobThatEndsUnseenIsTold() {
        Bench bench;
        bench.start();
        QSignalSpy told(&bench.window, &MainWindow::jobEndedUnseen);
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        const auto runOne = [&bench](RenderOutcome outcome) {
            bench.window.renderPage().startRender();
            WorkReport report;
            report.outcome = outcome;
            report.failure.code = ErrorCode::DiskFull;
            Q_EMIT bench.client.workFinished(bench.client.lastJob(), report);
        };
        runOne(RenderOutcome::Done);
        QCOMPARE(told.size(), 0);  // somebody is looking
        bench.window.hide();
        QTRY_VERIFY(!QApplication::activeWindow());
        runOne(RenderOutcome::Done);
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().startsWith(u"Done: "_s));
        runOne(RenderOutcome::Failed);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[1][1].toString(), errorText(ErrorCode::DiskFull).sentence);
        runOne(RenderOutcome::Cancelled);
        bench.settings.set(keys::kNotifyDone, false);
        runOne(RenderOutcome::Done);
        QCOMPARE(told.size(), 2);
    }
    void closingWhileRenderingHidesAtOnceAndEndsLater() {
        Bench bench;
        bench.start();
        bench.window.renderPage().startRender();
        QSignalSpy gone(&bench.window, &MainWindow::closedForGood);
        bench.window.close();
        auto* stop = bench.window.findChild<QPushButton*>(u"quit_dialog_stop_button"_s);
        QVERIFY(stop);  // a window with work asks first
        stop->click();
        QVERIFY(!bench.window.isVisible());
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        QVERIFY(bench.client.isShutDown);
        QCOMPARE(gone.size(), 1);
    }
    void themeIsRemembered() {
        Bench bench;
        bench.window.actionTable().action(ActionId::ViewThemeDark)->trigger();
        QVERIFY(bench.theme.tokens().dark);
        QCOMPARE(bench.settings.theme(), ThemeMode::Dark);
        bench.window.actionTable().action(ActionId::ViewThemeLight)->trigger();
        QVERIFY(!bench.theme.tokens().dark);
    }
    void promptsAndModelComeBack() {
        QTemporaryDir profile;
        QTemporaryDir model;
        Theme theme;
        for (int round = 0; round < 2; ++round) {
            ScriptedEngineClient client;
            client.models = {{model.path(), sample::mixtureSummary()}};
            Settings settings(profile.path());
            MainWindow window(theme, client, settings);
            window.show();
            if (round == 0) window.renderPage().openModel(model.path());
            client.start();
            QCOMPARE(window.renderPage().chooser().model(), model.path());
            RenderRequest request = window.renderPage().form().request();
            if (round == 1) QCOMPARE(request.prompt, std::string("remember me"));
            request.prompt = "remember me";
            window.renderPage().form().setRequest(request);
            window.close();
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
