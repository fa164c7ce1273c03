// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QPixmap>
#include <QTemporaryDir>

#include "ui/bridge/scripted_engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/shell/log_store.h"
#include "ui/shell/main_window.h"

namespace segmoe::ui {
class RenderPage;
class Theme;
}  // namespace segmoe::ui

/// A window on a scripted engine with fixed data; one per state, so that no state leaks into the next.
class Scene {
public:
    Scene(segmoe::ui::Theme& theme, QSize size);

    segmoe::ui::MainWindow& window() { return m_window; }
    segmoe::ui::RenderPage& page();
    segmoe::ui::ScriptedEngineClient& client() { return m_client; }
    segmoe::ui::LogStore& log() { return m_log; }
    void chooseSingleModel();
    /// Renders up to a step of 20 with k active experts.
    void play(int steps, int k);
    /// One step of the running job.
    void progress(int step);
    /// The running job ends as cancelled.
    void stop();
    /// Forecast and token counts as they are a moment after an edit.
    void settle();
    void finish(int k);
    void fail();
    QPixmap grab();

private:
    QTemporaryDir m_profile;
    segmoe::ui::Settings m_settings;
    segmoe::ui::ScriptedEngineClient m_client;
    segmoe::ui::LogStore m_log;
    segmoe::ui::MainWindow m_window;
};

struct SceneState {
    const char* name;
    std::function<void(Scene&)> arrange;
};

/// Runs the event loop: queued answers, delays and threads come to their end.
void letPass(int milliseconds);

/// Every state of every page, "PAGE_STATE".
const std::vector<SceneState>& sceneStates();

/// Settings, dialogs, banners, log and toasts.
std::vector<SceneState> shellScenes();

/// The gallery: empty, filled, two, nomatch, gone, a missing folder, viewer, compare.
std::vector<SceneState> galleryScenes();

/// The Routing page: empty, single model, loading, error, a summary, filled, a place, timeline, comparison, k = 1.
std::vector<SceneState> routingScenes();

/// The Mix page: empty, filled, with errors, building, built, gates, YAML, a tight forecast, saving.
std::vector<SceneState> mixScenes();

/// What the hubs offer: results, details, searching, nothing found, a copy, offline, waiting, an error.
std::vector<SceneState> hubScenes();

/// Downloads: every state, none, the Jobs dock, missing and arriving models of a mix.
std::vector<SceneState> downloadScenes();

/// Access tokens, their settings, publishing.
std::vector<SceneState> accountScenes();

/// The library: empty, filled, a refused file, the list, a scan.
std::vector<SceneState> libraryScenes();
