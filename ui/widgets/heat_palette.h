// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QColor>

#include "ui/widgets/theme_tokens.h"

namespace segmoe::ui {

/// Equally spaced stops (ui.md §13.5); lightness rises steadily in the sequential palette.
const std::vector<QColor>& cividisStops();
/// Symmetric about the middle stop, which means "as the others".
const std::vector<QColor>& divergingStops(const ThemeTokens& tokens);

}  // namespace segmoe::ui
