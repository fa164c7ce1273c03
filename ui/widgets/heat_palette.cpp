// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/heat_palette.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace segmoe::ui {

namespace {

std::vector<QColor> colors(std::initializer_list<QRgb> values) {
    std::vector<QColor> result;
    for (QRgb value : values) result.emplace_back(value);
    return result;
}

}  // namespace

const std::vector<QColor>& heatStops(HeatPalette palette) {
    static const std::vector<QColor> cividis =
        colors({0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B, 0xFFEA46});
    static const std::vector<QColor> viridis =
        colors({0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725});
    static const std::vector<QColor> greys = colors({0x111111, 0xF5F5F5});
    switch (palette) {
        case HeatPalette::Cividis: return cividis;
        case HeatPalette::Viridis: return viridis;
        case HeatPalette::Greys: return greys;
    }
    return cividis;
}

const std::vector<QColor>& divergingStops(const ThemeTokens& tokens) {
    static const std::vector<QColor> light =
        colors({0x003F6B, 0x0072B2, 0x6BAED6, 0xC6DBEF, 0xF7F7F7, 0xFDD9B5, 0xF5A35C, 0xD55E00, 0x7F3000});
    static const std::vector<QColor> dark =
        colors({0x9CD0F5, 0x56B4E9, 0x2A7FB8, 0x1F4A6B, 0x262B33, 0x6B3A17, 0xB8560F, 0xF08C3A, 0xFFC794});
    return tokens.dark ? dark : light;
}

QColor colorAt(const std::vector<QColor>& stops, double position) {
    const double scaled = std::clamp(position, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto index = std::min(static_cast<std::size_t>(scaled), stops.size() - 2);
    const double share = scaled - static_cast<double>(index);
    const auto blend = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    const QColor& a = stops[index];
    const QColor& b = stops[index + 1];
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

}  // namespace segmoe::ui
