// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QColor>

#include "ui/widgets/theme_tokens.h"

namespace segmoe::ui {

/// The palettes offered for numbers (ui.md §13.5); lightness rises steadily in each.
enum class HeatPalette { Cividis, Viridis, Greys };

/// Equally spaced stops.
const std::vector<QColor>& heatStops(HeatPalette palette);
/// Symmetric about the middle stop, which means "as the others".
const std::vector<QColor>& divergingStops(const ThemeTokens& tokens);
/// Colour between two stops; position 0…1, clamped.
QColor colorAt(const std::vector<QColor>& stops, double position);
inline QColor heatColor(HeatPalette palette, double position) { return colorAt(heatStops(palette), position); }

}  // namespace segmoe::ui
