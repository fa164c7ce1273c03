// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/bridge/download_client.h"

namespace segmoe::ui {

/// What can be done with a download (ui.md §9.3).
enum class DownloadAct {
    None,
    StartNow,
    Pause,
    Resume,
    RetryNow,
    Retry,
    StartAgain,
    LogIn,
    OpenPage,
    Accepted,  ///< the page was open: try again
    SearchSimilar,
    AddExpert,
    First,
    Up,
    Down,
    Show,
    ShowFile,
    CopyLink,
    Details,
    Cancel,
    Remove,
};

/// The button of a row. `hasSeenPage`: the model's page, or the tokens, have been opened since it failed.
DownloadAct mainAct(const DownloadRow& row, bool hasSeenPage = false);
/// Its menu, in order; None is a line between groups.
std::vector<DownloadAct> menuActs(const DownloadRow& row);
QString actText(DownloadAct act);

/// What a row says about its state.
QString downloadSentence(const DownloadRow& row);

}  // namespace segmoe::ui
