// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Letters and digits of names and protocols: ASCII alone, whatever the locale is.
#pragma once

#include <algorithm>
#include <string>

namespace segmoe {

constexpr bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isAsciiLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr bool isAsciiAlphanumeric(char c) { return isAsciiDigit(c) || isAsciiLetter(c); }
constexpr char asciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string asciiLower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return asciiLower(c); });
    return text;
}

}  // namespace segmoe
