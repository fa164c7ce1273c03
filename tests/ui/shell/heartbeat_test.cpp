// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// How long the window's thread is busy in one go, phase by phase, on a scripted engine. The figures are printed; only
// what would be felt as standing still fails.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/support/heartbeat.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/sample_data.h"
#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/bridge/turn_queue.h"
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
constexpr int kModels = 3000;
constexpr int kLimit = 60'000;

/// As a scan tells of them: in no order.
LibraryModel model(int number) {
    LibraryModel model;
    const std::string name = "style " + std::to_string(number * 7 % kModels);
    model.facts.path = "/models/" + std::to_string(number % 20) + "/" + name + ".safetensors";
    model.facts.name = name;
    model.facts.role = number % 3 == 0 ? ModelRole::Checkpoint : ModelRole::Lora;
    model.facts.architecture.name = number % 2 == 0 ? "SDXL" : "SD1.x";
    model.facts.dtype = "fp16";
    model.facts.bytes = 1'000'000 + number;
    model.root = "/models";
    return model;
}

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

    /// Every part of the window that shows models takes in those of a large folder, as the library's client tells them.
    void gapsWhileThousandsOfModelsArrive() {
        QTemporaryDir profile;
        Theme theme;
        theme.setMode(ThemeMode::Light);
        ScriptedEngineClient client;
        Settings settings(profile.path());
        MainWindow window(theme, client, settings);
        window.show();
        client.start();
        for (PageId page : existingPages()) window.showPage(page);
        window.showPage(PageId::Library);
        QTest::qWait(200);
        LibraryClient& library = client.library();
        LibraryRoot root;
        root.path = "/models";
        Q_EMIT library.rootsChanged({root});
        const auto* list = window.findChild<QListView*>(u"library_list"_s);
        QVERIFY(list);
        QStringList paths;
        TurnQueue turns;
        while (paths.size() < kModels) {
            std::vector<LibraryModel> models;
            for (std::size_t i = 0; i < kMostModelsAtOnce; ++i) {
                models.push_back(model(static_cast<int>(paths.size())));
                paths << pathText(models.back().facts.path);
            }
            turns.add([&library, models] { Q_EMIT library.modelsFound(models); });
        }
        Heartbeat heart;
        Q_EMIT library.scanStarted();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), kModels, kLimit);
        QTest::qWait(300);
        heart.report("scan of 3000 models");
        paths.sort();
        constexpr auto kBatch = static_cast<qsizetype>(kMostModelsAtOnce);
        for (qsizetype first = 0; first < paths.size(); first += kBatch)
            turns.add([&library, gone = paths.mid(first, kBatch)] { Q_EMIT library.modelsGone(gone); });
        heart.take();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, kLimit);
        QTest::qWait(300);
        heart.report("folder of 3000 models taken away");
    }
};

QTEST_MAIN(HeartbeatTest)
#include "heartbeat_test.moc"
