// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// How long the window's thread is busy in one go, phase by phase, on a scripted engine. The figures are printed; only
// what would be felt as standing still fails.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/support/heartbeat.h"
#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/page_text.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr int kSteps = 20;

}  // namespace

class HeartbeatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gapsOfEachPhase() {
        QTemporaryDir profile;
        Theme theme;
        theme.setMode(ThemeMode::Light);
        ScriptedEngineClient client;
        client.models = {{u"/m/mixture.yaml"_s, sample::mixtureSummary()}};
        Settings settings(profile.path());
        MainWindow window(theme, client, settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(50);
        Heartbeat heart;
        client.start();
        window.renderPage().chooser().choose(u"/m/mixture.yaml"_s);
        QTest::qWait(200);
        heart.report("load");

        window.renderPage().startRender();
        for (int step = 0; step < kSteps; ++step) {
            Progress progress;
            progress.stage = Stage::Sampling;
            progress.step = step + 1;
            progress.total = kSteps;
            progress.fraction = (step + 1.0) / kSteps;
            Q_EMIT client.progress(client.lastJob(), progress);
            Q_EMIT client.routingStep(client.lastJob(), sample::routingStep(step, kSteps, 2));
            Q_EMIT client.preview(client.lastJob(), sample::preview(step + 1, kSteps));
            QTest::qWait(40);
        }
        heart.report("render");

        for (PageId page : existingPages()) {
            window.showPage(page);
            QTest::qWait(50);
            heart.report(qPrintable(u"first visit of %1"_s.arg(pageKey(page))));
        }
    }
};

QTEST_MAIN(HeartbeatTest)
#include "heartbeat_test.moc"
