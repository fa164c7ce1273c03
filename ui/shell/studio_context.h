// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace segmoe::ui {

class ActionTable;
class CaptureStore;
class EngineClient;
class ExpertControl;
class JobQueue;
class LogStore;
class Navigator;
class PictureSaver;
class Residency;
class Settings;
class Theme;

/// What every page is built from. All of it belongs to the program or the window and outlives the pages.
struct StudioContext {
    Theme& theme;
    Settings& settings;
    EngineClient& engine;
    JobQueue& queue;
    PictureSaver& pictures;  ///< tells of every picture that was written
    Navigator& navigator;
    ActionTable& actions;
    Residency* residency = nullptr;    ///< null where a page stands alone
    LogStore* log = nullptr;           ///< null where nobody keeps a log
    CaptureStore* captures = nullptr;  ///< the routing of finished pictures; always there in the window
    ExpertControl* control = nullptr;  ///< mute, pin and bias of the next render; null where a page stands alone
};

}  // namespace segmoe::ui
