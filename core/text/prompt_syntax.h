// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe {

/// A stretch of prompt with one weight, brackets and escapes resolved.
struct PromptSegment {
    std::string text;
    double weight = 1.0;
    bool isBreak = false;               ///< BREAK: the next part of 75 tokens starts here; text is empty
    std::vector<std::uint32_t> origin;  ///< for each byte of text, its place in the prompt as typed
};

/// <lora:name:strength>, taken out of the prompt.
struct LoraChip {
    std::string name;
    double strength = 1.0;
    std::size_t begin = 0;  ///< bytes of the prompt
    std::size_t end = 0;
};

/// Something in the prompt that does not do what it would do elsewhere, or a bracket without its partner.
struct PromptNote {
    enum class Kind {
        And,               ///< AND between prompts: kept as plain text
        Schedule,          ///< [a:b:n]: kept as plain text
        Alternate,         ///< [a|b]: kept as plain text
        ExtraNetwork,      ///< <hypernet:…> and the like: kept as plain text
        UnmatchedBracket,  ///< an opening bracket works to the end of the prompt, a closing one is plain text
    };
    Kind kind = Kind::And;
    std::size_t begin = 0;  ///< bytes of the prompt
    std::size_t end = 0;
};

struct ParsedPrompt {
    std::vector<PromptSegment> segments;  ///< neighbours differ in weight; never empty
    std::vector<LoraChip> loras;
    std::vector<PromptNote> notes;
};

/// Reads the attention syntax of AUTOMATIC1111's web UI (wiki page "Features", section "Attention/emphasis"):
///   (x) ×1.1 · (x:1.3) ×1.3 · [x] ÷1.1 · \( \) \[ \] \\ literal · nested brackets multiply · BREAK.
/// An opening bracket that is never closed works to the end of the prompt; a closing one without partner is text.
/// Ours by choice: BREAK inside brackets breaks too, and a number such as 1.2.3 is text instead of a failure.
/// Any bytes are accepted; time is linear.
ParsedPrompt parsePrompt(std::string_view prompt);

}  // namespace segmoe
