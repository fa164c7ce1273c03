// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/clip_tokenizer.h"
#include "core/text/prompt_syntax.h"
#include "core/text/prompt_words.h"

namespace segmoe {

/// Tokens of a part without its start and end.
inline constexpr std::size_t kChunkTokens = 75;

/// One part of a prompt, ready for a text encoder: start, up to 75 tokens, end, pads. ids and weights have 77 entries.
struct PromptChunk {
    std::vector<std::int64_t> ids;
    std::vector<float> weights;      ///< 1 for start, end and pads
    std::vector<std::string> texts;  ///< what each token stands for; "<start>", "<end>", empty for pads
    std::size_t tokens = 0;          ///< between start and end
    std::size_t begin = 0;           ///< byte of the prompt as typed where its first token stands
};

/// A prompt as it enters a text encoder.
struct ChunkedPrompt {
    std::vector<PromptChunk> chunks;  ///< never empty
    std::size_t tokenCount = 0;       ///< as the web UI counts: a part that another follows counts 75

    /// Whether some token weighs other than 1.
    bool isWeighted() const;
};

/// Cuts a parsed prompt into parts of 75 tokens by the rules of AUTOMATIC1111's web UI: segments are tokenized one by
/// one; BREAK ends a part; a part that is full ends after its last comma when at most 20 tokens follow that comma
/// (comma_padding_backtrack), so that a phrase is not torn. The tokens of a word of `words` stay together.
ChunkedPrompt chunkPrompt(const ClipTokenizer& tokenizer, const ParsedPrompt& prompt, const PromptWords& words = {});

/// The whole text literally, cut after 75 tokens, all weights 1: what diffusers and the reference program do.
ChunkedPrompt truncatePrompt(const ClipTokenizer& tokenizer, std::string_view prompt, const PromptWords& words = {});

/// Appends empty parts to the shorter one: guidance needs as many positive as negative parts.
void padToSameLength(const ClipTokenizer& tokenizer, ChunkedPrompt& a, ChunkedPrompt& b);

}  // namespace segmoe
