// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace segmoe::ui {

/// Characters start…start+length-1 of a text.
struct TextSpan {
    int start = 0;
    int length = 0;
    bool operator==(const TextSpan&) const = default;
};

/// Something in a prompt that means more than its words.
struct PromptMark {
    enum class Kind {
        Weighted,
        Weight,
        Bracket,
        LonelyBracket,
        Break,
        PlainText,
        PartStart,
        LoraFound,
        LoraMissing,
        Embedding,
        EmbeddingMissing,
        Wildcard
    };
    Kind kind = Kind::Bracket;
    TextSpan span;
    double weight = 1.0;  ///< Weighted: of everything around it
    QString name;         ///< LoRA, embedding and wildcard
    bool operator==(const PromptMark&) const = default;
};

/// Weights, brackets, BREAK, LoRA chips and wildcards of a whole prompt, outer marks first. LoRAs are marked as found.
std::vector<PromptMark> markPrompt(const QString& text);

}  // namespace segmoe::ui
