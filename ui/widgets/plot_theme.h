// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/widgets/custom_plot.h"

#include "ui/widgets/heat_palette.h"
#include "ui/widgets/theme_tokens.h"

namespace segmoe::ui {

/// Background, pens and fonts of everything that a plot has at this moment, from the theme; font = the small text of
/// the window.
void stylePlot(QCustomPlot& plot, const ThemeTokens& tokens, const QFont& font);
/// 0.85 of the window's font.
QFont plotFont(const QFont& font);

/// Equally spaced stops; cells without a value stay transparent.
QCPColorGradient gradientFrom(const std::vector<QColor>& stops);
/// One colour per expert for data 0…count−1; set the data range to (0, max(1, count−1)).
QCPColorGradient expertGradient(int count, const ThemeTokens& tokens);

/// An axis rect without grid, tick marks on the outside, margins by content.
QCPAxisRect* addAxisRect(QCustomPlot& plot, int row, int column = 0);
/// A one-line legend in a row of its own; add items with addExpertKey or addKey.
QCPLegend* addLegend(QCustomPlot& plot, int row);
/// Names of the experts with their colours and patterns; replaces what the legend had.
void showExpertKey(QCustomPlot& plot, QCPLegend& legend, const QStringList& names, const ThemeTokens& tokens);

}  // namespace segmoe::ui
