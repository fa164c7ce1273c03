// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace segmoe::ui {

/// A text with a selection, as a prompt box holds it.
struct PromptSelection {
    QString text;
    int start = 0;
    int end = 0;  ///< equal to start = only a caret
    bool operator==(const PromptSelection&) const = default;
};

/// Ctrl+Up/Down: changes the weight of the selected text, or of the enclosing (…:w), or of the word at the caret, by
/// delta. The weight stays within 0…3; at 1 the brackets go away. Returns the input unchanged where there is nothing to
/// weigh.
PromptSelection changePromptWeight(const PromptSelection& prompt, double delta);

/// Alt+Left/Right: exchanges the comma-separated element at the caret with its neighbour (direction -1 or +1).
PromptSelection movePromptElement(const PromptSelection& prompt, int direction);

}  // namespace segmoe::ui
