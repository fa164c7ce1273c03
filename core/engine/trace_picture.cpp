// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/trace_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/images/bitmap_font.h"

namespace segmoe {

namespace {

constexpr Rgb kPaper{255, 255, 255};
constexpr Rgb kInk{27, 31, 38};
constexpr Rgb kPale{74, 82, 97};
constexpr Rgb kGrid{233, 235, 239};
constexpr int kScale = 2, kMargin = 24, kRow = 20, kColumn = 96, kGroupGap = 8, kHeader = 76;

constexpr std::array<Rgb, 10> kCividis = {{{0x00, 0x20, 0x4D},
                                           {0x00, 0x33, 0x6F},
                                           {0x39, 0x48, 0x6B},
                                           {0x57, 0x5C, 0x6D},
                                           {0x70, 0x71, 0x73},
                                           {0x8A, 0x87, 0x79},
                                           {0xA6, 0x9D, 0x75},
                                           {0xC4, 0xB5, 0x6C},
                                           {0xE4, 0xCF, 0x5B},
                                           {0xFF, 0xEA, 0x46}}};

Rgb cividis(double value) {
    const double position = std::clamp(value, 0.0, 1.0) * (kCividis.size() - 1);
    const std::size_t low = std::min<std::size_t>(static_cast<std::size_t>(position), kCividis.size() - 2);
    const double part = position - static_cast<double>(low);
    const auto blend = [part](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * part));
    };
    const Rgb &a = kCividis[low], &b = kCividis[low + 1];
    return {blend(a.red, b.red), blend(a.green, b.green), blend(a.blue, b.blue)};
}

/// [sites × experts]: mean over steps of the applied weight.
std::vector<double> meanWeights(const RoutingTrace& trace) {
    const std::size_t experts = trace.experts.size();
    std::vector<double> mean(trace.sites.size() * experts, 0.0);
    for (int step = 0; step < trace.steps; ++step)
        for (int site = 0; site < trace.siteCount(); ++site)
            for (int rank = 0; rank < trace.k; ++rank) {
                const int expert = trace.chosenAt(step, site, rank);
                if (expert >= 0 && expert < trace.expertCount())
                    mean[static_cast<std::size_t>(site) * experts + static_cast<std::size_t>(expert)] +=
                        trace.weightAt(step, site, rank) / trace.steps;
            }
    return mean;
}

/// "D1.A0.T3" of "D1.A0.T3.self": rows of one block stand together.
std::string_view blockOf(std::string_view site) { return site.substr(0, site.rfind('.')); }

std::string columnTitle(int expert, const std::string& name) {
    const std::string letter(1, static_cast<char>('A' + expert % 26));
    constexpr std::size_t kLetters = kColumn / (kGlyphAdvance * kScale) - 3;
    return letter + " " + name.substr(0, kLetters);
}

void drawScale(Picture& picture, int x, int y) {
    constexpr int kWidth = 160, kHeight = 12;
    for (int i = 0; i < kWidth; ++i)
        fillRect(picture, x + i, y, 1, kHeight, cividis(static_cast<double>(i) / (kWidth - 1)));
    drawText(picture, x, y + kHeight + 4, "0", kPale);
    drawText(picture, x + kWidth - textWidth("100 %"), y + kHeight + 4, "100 %", kPale);
}

}  // namespace

Picture drawRoutingMap(const RoutingTrace& trace) {
    int labelWidth = 0, groups = 0;
    for (std::size_t i = 0; i < trace.sites.size(); ++i) {
        labelWidth = std::max(labelWidth, textWidth(trace.sites[i], kScale));
        groups += i > 0 && blockOf(trace.sites[i]) != blockOf(trace.sites[i - 1]);
    }
    const int left = kMargin + labelWidth + 12;
    Picture picture;
    picture.width = std::max(left + trace.expertCount() * kColumn + kMargin, 420);
    picture.height = kMargin + kHeader + trace.siteCount() * kRow + groups * kGroupGap + kMargin;
    picture.rgb.assign(3 * static_cast<std::size_t>(picture.width) * picture.height, 255);
    fillRect(picture, 0, 0, picture.width, picture.height, kPaper);

    char caption[96];
    std::snprintf(caption, sizeof caption, "Mean weight of each expert over %d steps, k = %d", trace.steps, trace.k);
    drawText(picture, kMargin, kMargin, caption, kInk);
    drawScale(picture, kMargin, kMargin + 14);
    for (int expert = 0; expert < trace.expertCount(); ++expert)
        drawText(picture, left + expert * kColumn, kMargin + kHeader - 20,
                 columnTitle(expert, trace.experts[static_cast<std::size_t>(expert)]), kInk, kScale);

    const std::vector<double> mean = meanWeights(trace);
    int y = kMargin + kHeader;
    for (int site = 0; site < trace.siteCount(); ++site) {
        const std::string& label = trace.sites[static_cast<std::size_t>(site)];
        if (site > 0 && blockOf(label) != blockOf(trace.sites[static_cast<std::size_t>(site) - 1])) y += kGroupGap;
        drawText(picture, left - 12 - textWidth(label, kScale), y + (kRow - kGlyphHeight * kScale) / 2, label, kInk,
                 kScale);
        for (int expert = 0; expert < trace.expertCount(); ++expert) {
            const double value =
                mean[static_cast<std::size_t>(site) * trace.experts.size() + static_cast<std::size_t>(expert)];
            fillRect(picture, left + expert * kColumn, y, kColumn, kRow, kGrid);
            fillRect(picture, left + expert * kColumn, y, kColumn - 1, kRow - 1, cividis(value));
            char percent[8];
            std::snprintf(percent, sizeof percent, "%.0f %%", 100.0 * value);
            const Rgb ink = value > 0.55 ? kInk : kPaper;
            drawText(picture, left + expert * kColumn + (kColumn - textWidth(percent, kScale)) / 2, y + 3, percent, ink,
                     kScale);
        }
        y += kRow;
    }
    return picture;
}

}  // namespace segmoe
