// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/text/unicode.h"

namespace segmoe::text {

/// A token recognised as a whole before anything else happens to the text, e.g. <|endoftext|>.
struct AddedToken {
    std::string content;
    int id = -1;
    bool normalized =
        false;               ///< looked for in the normalised text (so <|ENDOFTEXT|> counts), else in the text as typed
    bool stripLeft = false;  ///< swallows white space before it
    bool stripRight = false;  ///< swallows white space after it
    bool singleWord = false;  ///< only where no word character touches it
};

/// Finds added tokens as the tokenizers library does: from the left, the longest first. Immutable, thread-safe.
class AddedTokenFinder {
public:
    /// Empty contents are ignored.
    explicit AddedTokenFinder(const std::vector<AddedToken>& tokens);

    /// Scalars first…last-1: an added token, or (id -1) text between them.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
        int id = -1;
    };
    std::vector<Part> split(const AlignedText& text) const;

private:
    struct Pattern {
        std::u32string scalars;
        AddedToken token;
    };
    const Pattern* matchAt(const AlignedText& text, std::size_t at) const;

    std::vector<Pattern> m_patterns;  ///< longest first
};

}  // namespace segmoe::text
