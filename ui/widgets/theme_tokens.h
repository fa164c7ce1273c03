// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QColor>
#include <QString>

namespace segmoe::ui {

/// Every colour of the window (ui.md §13.2). Widgets take colours from here, never literals.
struct ThemeTokens {
    bool dark = false;
    QColor window, panel, raised, sunken;
    QColor border, control;
    QColor text, text2, disabled;
    QColor accent, onAccent, accentSoft, selection, focus;
    QColor ok, okSoft, warn, warnSoft, error, errorSoft;
    QColor expertEdge;  ///< outline of the experts' fills
};

const ThemeTokens& lightTokens();
const ThemeTokens& darkTokens();

/// Lines as strong as text, no soft fills (ui.md §13.2, option of the appearance settings).
ThemeTokens highContrast(const ThemeTokens& tokens);

/// Name and colour of each token, as the style sheet's placeholders call them.
std::vector<std::pair<QString, QColor>> namedTokens(const ThemeTokens& tokens);

/// WCAG 2 contrast ratio, 1…21.
double contrastRatio(const QColor& a, const QColor& b);

}  // namespace segmoe::ui
