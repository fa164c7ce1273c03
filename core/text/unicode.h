// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::text {

/// Unicode scalar values that remember where they came from: scalar i stands for the bytes begin[i]…end[i] of the
/// original text. Texts are below 4 GiB.
struct AlignedText {
    std::u32string scalars;
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> end;

    std::size_t size() const { return scalars.size(); }
    void append(char32_t scalar, std::uint32_t from, std::uint32_t to);
    void append(const AlignedText& other, std::size_t first, std::size_t last);
    AlignedText slice(std::size_t first, std::size_t last) const;
};

/// Ill-formed sequences become U+FFFD, one per maximal subpart (Unicode 15, section 3.9), as Python's errors="replace".
AlignedText decodeUtf8(std::string_view bytes);

/// Appends a scalar value as one to four bytes.
void appendUtf8(std::string& out, char32_t scalar);
std::string toUtf8(std::u32string_view scalars);

/// The classes of CLIP's split pattern: \s, \p{L}, \p{N}, the rest.
enum class CharClass { Space, Letter, Number, Other };

/// Classes of Unicode 16, whatever version the installed utf8proc knows.
CharClass classOf(char32_t scalar);

/// What \w of the tokenizers library matches: letters, marks, decimal digits, connectors, joiners.
bool isWordScalar(char32_t scalar);

/// Normalisation form C as the tokenizers library computes it: its tables are those of Unicode 9, so younger
/// combining marks keep their place. Scalars made of several others get the byte range of all of them.
AlignedText composeNfc(const AlignedText& text);

/// Simple lower case of every scalar by itself (no final sigma); İ alone becomes two scalars. Unicode 17.
AlignedText lowerCase(const AlignedText& text);

}  // namespace segmoe::text
