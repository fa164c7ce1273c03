// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBrush>
#include <QColor>
#include <QString>

#include "ui/widgets/theme_tokens.h"

namespace segmoe::ui {

/// Colour, letter and pattern of expert 0…7, then repeating (ui.md §13.4). Colour never stands alone.
struct ExpertLook {
    QString letter;
    QColor fill;
    QColor onFill;           ///< text on the fill
    Qt::BrushStyle pattern;  ///< drawn over the fill in onFill
};

/// Without patterns when setExpertPatterns() said so.
ExpertLook expertLook(int expert, const ThemeTokens& tokens);
/// Whether experts are told apart without colour, too: a choice for the whole program, made by the theme.
void setExpertPatterns(bool shown);

/// Fill and pattern in one brush, for bars and cells. `share` of the fill: 1 = the full colour, less = lighter.
QBrush expertBrush(int expert, const ThemeTokens& tokens, double share = 1.0);
/// The pattern alone on the panel: tells a second series from the first.
QBrush expertHatch(int expert, const ThemeTokens& tokens);
/// Diagonal grey lines: not mixed.
QBrush unmixedBrush(const ThemeTokens& tokens);

}  // namespace segmoe::ui
