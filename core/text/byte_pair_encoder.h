// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace segmoe::text {

/// Token text → id, as in vocab.json: bytes are written as the 256 printable stand-ins of byte-level BPE.
using Vocabulary = std::unordered_map<std::string, int>;

/// Byte-level byte pair encoding with the end-of-word mark "</w>" (Sennrich et al. 2016, CLIP's variant). Applies the
/// merge of lowest rank, the leftmost first, until none applies. Immutable, thread-safe.
class BytePairEncoder {
public:
    /// merges in order of rank; unknownId stands for bytes the vocabulary lacks (-1: they are dropped).
    /// Throws Error{TokenizerInvalid} when a merge has a part or a result outside the vocabulary; source names the
    /// file.
    BytePairEncoder(const Vocabulary& vocabulary, const std::vector<std::pair<std::string, std::string>>& merges,
                    int unknownId, const std::string& source);

    struct Token {
        int id = 0;
        std::size_t bytes = 0;  ///< of the word covered by this token
    };
    /// Tokens of one word, in order, about O(n log n) in its bytes.
    std::vector<Token> encode(std::string_view word) const;

private:
    struct Merge {
        int rank = 0;
        int result = 0;
    };
    static std::uint64_t pairKey(int left, int right) {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
    }

    std::array<int, 256> m_inner{};  ///< id of a byte inside a word, -1 = none
    std::array<int, 256> m_final{};  ///< id of a byte at the end of a word, -1 = none
    std::unordered_map<std::uint64_t, Merge> m_merges;
    int m_unknownId = -1;
};

/// The stand-in of each byte as UTF-8: printable bytes stand for themselves, the others for U+0100 onwards.
const std::array<std::string, 256>& byteStandIns();

}  // namespace segmoe::text
