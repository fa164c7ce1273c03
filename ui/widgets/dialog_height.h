// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace segmoe::ui {

/// Makes a visible dialog as high as its wrapped texts need at its width: a window does not follow them by itself.
void growToTexts(QWidget& dialog);

}  // namespace segmoe::ui
