// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/prompt_syntax.h"
#include "core/text/unicode.h"

namespace segmoe::text {

/// Takes every <lora:name:strength> out of the text (its neighbours then touch, as in the web UI) and lists it; other
/// <word:…> stay and are noted. Places are bytes of the prompt as typed.
AlignedText extractLoras(const AlignedText& text, std::vector<LoraChip>& loras, std::vector<PromptNote>& notes);

/// Scalars first…last-1 that stay as typed, brackets included.
struct LiteralSpan {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Outermost [a:b:n], [b:n] and [a|b] of a text, in order; each is noted.
std::vector<LiteralSpan> findLiteralSpans(const AlignedText& text, std::vector<PromptNote>& notes);

/// Notes each AND that stands alone as a word.
void noteAnd(const AlignedText& text, std::vector<PromptNote>& notes);

/// Whether scalars at…at+word.size()-1 spell `word` with no letter, number or underscore on either side.
bool isWholeWord(const AlignedText& text, std::size_t at, std::u32string_view word);

/// A decimal number without exponent: [+-] digits with at most one point. Nothing for anything else or beyond double.
std::optional<double> parseWeight(std::u32string_view digits);

/// White space of Python's str.isspace(), which the web UI's patterns use.
bool isPythonSpace(char32_t scalar);

}  // namespace segmoe::text
