// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/expert_letter.h"

namespace segmoe::images {

std::string expertLetter(int expert) {
    std::string letters;
    for (int rest = expert; rest >= 0; rest = rest / 26 - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
    return letters;
}

std::optional<int> expertOfLetter(std::string_view letter) {
    constexpr int kMost = 10'000;
    int value = 0;
    for (const char c : letter) {
        if (c < 'A' || c > 'Z' || value > kMost) return std::nullopt;
        value = value * 26 + (c - 'A' + 1);
    }
    return value == 0 || value > kMost ? std::nullopt : std::optional(value - 1);
}

}  // namespace segmoe::images
