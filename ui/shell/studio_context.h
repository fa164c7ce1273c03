// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class ActionTable;
class EngineClient;
class Navigator;
class Settings;
class Theme;

/// What every page is built from. All of it belongs to the program or the window and outlives the pages.
struct StudioContext {
    Theme& theme;
    Settings& settings;
    EngineClient& engine;
    Navigator& navigator;
    ActionTable& actions;
};

}  // namespace segmoe::ui
