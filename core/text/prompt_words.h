// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/added_tokens.h"

namespace segmoe {

/// A word of the prompt that stands for tokens of its own: a textual inversion embedding.
struct PromptWord {
    std::string name;
    std::int64_t firstId = 0;
    std::size_t count = 1;  ///< ids firstId … firstId + count - 1
};

/// Finds such words in a text before it is tokenized: from the left, the longest first, upper and lower case alike. A
/// name of letters and digits counts only as a whole word ("cat" is not in "catalogue"), as in AUTOMATIC1111's web UI,
/// whose embeddings match whole tokens; one in signs ("<cat>") counts anywhere, as a token that diffusers adds.
class PromptWords {
public:
    PromptWords() : PromptWords(std::vector<PromptWord>{}) {}
    explicit PromptWords(std::vector<PromptWord> words);

    /// Bytes begin…end-1: a word, or (null) text between words.
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
        const PromptWord* word = nullptr;
    };
    /// Parts in order; together the whole text.
    std::vector<Part> split(std::string_view utf8) const;

private:
    std::vector<PromptWord> m_words;
    text::AddedTokenFinder m_finder;
};

}  // namespace segmoe
