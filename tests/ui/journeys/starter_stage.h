// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/support/standin/standin.h"
#include "tests/ui/support/studio_bench.h"
#include "ui/render/render_page.h"
#include "ui/render/result_pane.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/page_stack.h"

namespace segmoe::test {

/// One window on one loaded engine with the starter mixture, for several journeys one after another. Whatever it asks
/// of a network is heard by the stand-in.
struct StarterStage {
    static constexpr int kLimit = StudioBench::kLimit;

    bool start();

    template <class T = QWidget>
    T* find(const char* name) const {
        return bench.find<T>(name);
    }
    ui::MainWindow& window() { return *bench.window; }
    ui::RenderPage& renderPage() { return bench.window->renderPage(); }
    ui::RoutingPage& routingPage() {
        return *static_cast<ui::RoutingPage*>(bench.window->pages().page(ui::PageId::Routing));
    }
    /// Another folder of models of the library; its files are looked at now.
    void addModels(const QString& folder);
    /// "render": a click on its button of the rail.
    void goTo(const char* page);
    void setNumber(const char* spin, int value) { find<QSpinBox>(spin)->setValue(value); }
    bool idle() { return bench.window->queue().isIdle(); }
    /// A click on Render as soon as that is possible, and its picture; false with a warning when there is none.
    bool render();
    /// Waits for the picture of a job that has begun.
    bool waitForPicture();
    /// Renders the starter mixture with k active experts and opens what was recorded.
    bool inspect(int k, int steps);

    standin::Standin network;
    QTemporaryDir home;
    StudioBench bench;
};

using StarterJourneys = std::unique_ptr<QObject> (*)(StarterStage& stage);
/// Sets the stage and runs them in order; returns how many tests have failed, for main().
int runJourneys(int argc, char* argv[], std::initializer_list<StarterJourneys> journeys);

/// The journeys of one file; they run in the order they are listed.
std::unique_ptr<QObject> renderJourneys(StarterStage& stage);
std::unique_ptr<QObject> recallJourneys(StarterStage& stage);
std::unique_ptr<QObject> recipeJourneys(StarterStage& stage);
std::unique_ptr<QObject> routingJourneys(StarterStage& stage);
std::unique_ptr<QObject> composeJourneys(StarterStage& stage);
std::unique_ptr<QObject> mixStateJourneys(StarterStage& stage);
std::unique_ptr<QObject> dropJourneys(StarterStage& stage);
/// The window's thread while thousands of files are looked through.
std::unique_ptr<QObject> scanPace(StarterStage& stage);

}  // namespace segmoe::test
