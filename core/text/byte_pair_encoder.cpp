// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/byte_pair_encoder.h"

#include <queue>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace segmoe::text {

namespace {

constexpr std::string_view kEndOfWord = "</w>";

struct Symbol {
    int id = 0;
    std::size_t bytes = 0;  ///< 0 = merged into its left neighbour
    std::ptrdiff_t previous = -1;
    std::ptrdiff_t next = -1;
};

struct Candidate {
    int rank = 0;
    std::ptrdiff_t position = 0;
    int result = 0;
    /// For a priority queue whose top is the lowest rank, then the leftmost position.
    bool operator<(const Candidate& other) const {
        return rank != other.rank ? rank > other.rank : position > other.position;
    }
};

int idOf(const Vocabulary& vocabulary, const std::string& token) {
    const auto found = vocabulary.find(token);
    return found == vocabulary.end() ? -1 : found->second;
}

}  // namespace

const std::array<std::string, 256>& byteStandIns() {
    static const std::array<std::string, 256> table = [] {
        std::array<std::string, 256> standIns;
        char32_t nextFree = 0x100;
        for (int byte = 0; byte < 256; ++byte) {
            const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
            appendUtf8(standIns[byte], printable ? static_cast<char32_t>(byte) : nextFree++);
        }
        return standIns;
    }();
    return table;
}

BytePairEncoder::BytePairEncoder(const Vocabulary& vocabulary,
                                 const std::vector<std::pair<std::string, std::string>>& merges, int unknownId,
                                 const std::string& source)
    : m_unknownId(unknownId) {
    for (int byte = 0; byte < 256; ++byte) {
        m_inner[byte] = idOf(vocabulary, byteStandIns()[byte]);
        m_final[byte] = idOf(vocabulary, byteStandIns()[byte] + std::string(kEndOfWord));
    }
    m_merges.reserve(merges.size());
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const auto& [left, right] = merges[rank];
        const int leftId = idOf(vocabulary, left);
        const int rightId = idOf(vocabulary, right);
        const int result = idOf(vocabulary, left + right);
        if (leftId < 0 || rightId < 0 || result < 0)
            throw Error(ErrorCode::TokenizerInvalid, "Merge " + std::to_string(rank + 1) + " of " + source + " joins " +
                                                         quote(left) + " and " + quote(right) +
                                                         ", but the vocabulary lacks " +
                                                         quote(leftId < 0    ? left
                                                               : rightId < 0 ? right
                                                                             : left + right) +
                                                         ".");
        m_merges[pairKey(leftId, rightId)] = {static_cast<int>(rank), result};
    }
}

std::vector<BytePairEncoder::Token> BytePairEncoder::encode(std::string_view word) const {
    std::vector<Symbol> symbols;
    symbols.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        const int known = i + 1 == word.size() ? m_final[byte] : m_inner[byte];
        const int id = known >= 0 ? known : m_unknownId;
        if (id < 0) continue;
        const auto index = static_cast<std::ptrdiff_t>(symbols.size());
        if (index > 0) symbols.back().next = index;
        symbols.push_back({id, 1, index - 1, -1});
    }
    std::priority_queue<Candidate> queue;
    const auto offer = [&](std::ptrdiff_t left) {
        if (left < 0 || symbols[left].next < 0) return;
        const auto found = m_merges.find(pairKey(symbols[left].id, symbols[symbols[left].next].id));
        if (found != m_merges.end()) queue.push({found->second.rank, left, found->second.result});
    };
    for (std::size_t i = 0; i < symbols.size(); ++i) offer(static_cast<std::ptrdiff_t>(i));
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        Symbol& left = symbols[best.position];
        if (left.bytes == 0 || left.next < 0) continue;
        Symbol& right = symbols[left.next];
        // The queue may hold a pair whose parts were merged with others since.
        const auto found = m_merges.find(pairKey(left.id, right.id));
        if (found == m_merges.end() || found->second.result != best.result) continue;
        left.id = best.result;
        left.bytes += right.bytes;
        left.next = right.next;
        right.bytes = 0;
        if (left.next >= 0) symbols[left.next].previous = best.position;
        offer(left.previous);
        offer(best.position);
    }
    std::vector<Token> tokens;
    for (const Symbol& symbol : symbols)
        if (symbol.bytes > 0) tokens.push_back({symbol.id, symbol.bytes});
    return tokens;
}

}  // namespace segmoe::text
