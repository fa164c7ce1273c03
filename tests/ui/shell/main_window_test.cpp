// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/routing/routing_panel.h"
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

bool isInteractive(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget);
}

/// Parts Qt makes for its own controls (the line edit of a spin box, scroll bars, views of combo boxes).
bool isInnerPart(const QWidget* widget) {
    if (widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar*>(widget)) return true;
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QAbstractItemView*>(parent))
            return true;
    return false;
}

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
    void everyControlHasAName() {
        Bench bench;
        bench.start();
        QSet<QString> names;
        int controls = 0;
        for (const QWidget* widget : bench.window.findChildren<QWidget*>()) {
            if (!isInteractive(widget) || isInnerPart(widget)) continue;
            ++controls;
            const QString where = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(where));
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(where));
            QVERIFY2(!names.contains(widget->objectName()), qPrintable(where));
            names << widget->objectName();
        }
        QVERIFY2(controls > 30, qPrintable(QString::number(controls)));
    }
    void keysRenderCancelAndSwitchTheTable() {
        Bench bench;
        bench.start();
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        auto* prompt = bench.window.findChild<QPlainTextEdit*>(u"render_prompt_edit"_s);
        prompt->setFocus();
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.client.requests.size(), std::size_t{1});  // one at a time
        QTest::keyClick(prompt, Qt::Key_Escape);
        QCOMPARE(bench.client.cancelled.size(), std::size_t{1});
        QTest::keyClick(prompt, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(bench.window.renderPage().routing().isTableShown());
        QTest::keyClick(prompt, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!bench.window.renderPage().routing().isTableShown());
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
    void closingWhileRenderingHidesAtOnceAndEndsLater() {
        Bench bench;
        bench.start();
        bench.window.renderPage().startRender();
        QSignalSpy gone(&bench.window, &MainWindow::closedForGood);
        bench.window.close();
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
