// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progress_display.h"

#include <algorithm>
#include <iostream>

#include <unistd.h>

#include "app/cli/format.h"

namespace segmoe::cli {

namespace {

constexpr auto kRedrawEvery = std::chrono::milliseconds(80);
constexpr int kProgressColumns = 28;

double shareOf(const Progress& progress) {
    if (progress.total > 0) return std::clamp(static_cast<double>(progress.step) / progress.total, 0.0, 1.0);
    return progress.fraction;
}

std::string pictureOf(const Progress& progress) {
    if (progress.images <= 1) return {};
    return "picture " + std::to_string(progress.image + 1) + " of " + std::to_string(progress.images);
}

}  // namespace

ProgressDisplay::ProgressDisplay(const Console& console)
    : m_quiet(console.options().quiet),
      m_verbose(console.options().verbose),
      m_terminal(isTerminal(STDERR_FILENO)),
      m_colour(wantsColour(STDERR_FILENO)),
      m_utf8(hasUtf8Locale()) {}

ProgressDisplay::~ProgressDisplay() { clear(); }

ProgressSink ProgressDisplay::sink() {
    return [this](const Progress& progress) { show(progress); };
}

void ProgressDisplay::show(const Progress& progress) {
    if (m_quiet || progress.stage == Stage::Waiting || progress.stage == Stage::Done) return;
    const std::lock_guard lock(m_mutex);
    const bool entered = m_stage != progress.stage || m_image != progress.image;
    if (!m_terminal) {
        if (entered) {
            const std::string picture = pictureOf(progress);
            std::cerr << stageName(progress.stage) << (picture.empty() ? "" : ", " + picture) << '\n';
        }
    } else {
        const auto now = Clock::now();
        const bool last = progress.total > 0 && progress.step == progress.total;
        if (!entered && !last && now - m_lastDrawn < kRedrawEvery) return;
        m_lastDrawn = now;
        std::cerr << "\r\033[K" << bar(progress) << std::flush;
        m_drawn = true;
    }
    m_stage = progress.stage;
    m_image = progress.image;
}

std::string ProgressDisplay::bar(const Progress& progress) const {
    std::string text = std::string(stageName(progress.stage));
    const double share = shareOf(progress);
    std::string drawn;
    if (share >= 0.0) {
        const int filled = static_cast<int>(share * kProgressColumns + 0.5);
        for (int i = 0; i < kProgressColumns; ++i) drawn += i < filled ? (m_utf8 ? "━" : "#") : (m_utf8 ? "╌" : ".");
    }
    std::string rest;
    if (progress.total > 0) rest += " " + std::to_string(progress.step) + "/" + std::to_string(progress.total);
    if (const std::string picture = pictureOf(progress); !picture.empty()) rest += ", " + picture;
    if (progress.etaSeconds >= 0.0) rest += ", " + formatSeconds(progress.etaSeconds) + " left";
    if (m_verbose && !progress.item.empty()) rest += ", " + progress.item;

    const int free = terminalWidth(STDERR_FILENO) - 1 - static_cast<int>(displayWidth(text)) -
                     (drawn.empty() ? 0 : kProgressColumns + 1);
    rest = free > 1 ? shortened(rest, static_cast<std::size_t>(free)) : std::string();
    if (!drawn.empty()) text += " " + (m_colour ? "\033[36m" + drawn + "\033[0m" : drawn);
    return text + rest;
}

void ProgressDisplay::wipe() {
    if (m_drawn) std::cerr << "\r\033[K" << std::flush;
    m_drawn = false;
}

void ProgressDisplay::clear() {
    const std::lock_guard lock(m_mutex);
    wipe();
}

}  // namespace segmoe::cli
