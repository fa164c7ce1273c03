// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "app/cli/console.h"
#include "core/base/progress.h"

namespace segmoe::cli {

/// Shows progress on standard error: one bar that is redrawn on a terminal, one line per stage elsewhere, nothing with
/// --quiet. show() may be called from any thread.
class ProgressDisplay {
public:
    explicit ProgressDisplay(const Console& console);
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void show(const Progress& progress);
    /// Wipes the bar, so that other words can be written.
    void clear();
    ProgressSink sink();

private:
    using Clock = std::chrono::steady_clock;

    std::string bar(const Progress& progress) const;
    void wipe();

    std::mutex m_mutex;
    bool m_quiet;
    bool m_verbose;
    bool m_terminal;
    bool m_colour;
    bool m_utf8;
    bool m_drawn = false;
    std::optional<Stage> m_stage;
    int m_image = 0;
    Clock::time_point m_lastDrawn;
};

}  // namespace segmoe::cli
