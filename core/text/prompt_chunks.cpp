// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_chunks.h"

#include <algorithm>
#include <optional>

namespace segmoe {

namespace {

constexpr std::size_t kCommaBacktrack = 20;

struct WeightedToken {
    std::int64_t id = 0;
    float weight = 1.0F;
    std::size_t begin = 0;
    std::string text = {};
};

PromptChunk makeChunk(const ClipTokenizer& tokenizer, const std::vector<WeightedToken>& tokens) {
    PromptChunk chunk;
    chunk.tokens = tokens.size();
    chunk.begin = tokens.empty() ? 0 : tokens.front().begin;
    chunk.ids.reserve(kChunkTokens + 2);
    chunk.ids.push_back(tokenizer.bosId());
    chunk.weights.push_back(1.0F);
    chunk.texts.push_back("<start>");
    for (const WeightedToken& token : tokens) {
        chunk.ids.push_back(token.id);
        chunk.weights.push_back(token.weight);
        chunk.texts.push_back(token.text);
    }
    chunk.ids.push_back(tokenizer.eosId());
    chunk.texts.push_back("<end>");
    chunk.ids.resize(kChunkTokens + 2, tokenizer.padId());
    chunk.weights.resize(kChunkTokens + 2, 1.0F);
    chunk.texts.resize(kChunkTokens + 2);
    return chunk;
}

class Chunker {
public:
    explicit Chunker(const ClipTokenizer& tokenizer) : m_tokenizer(tokenizer) {}

    void add(const WeightedToken& token) {
        if (token.id == m_tokenizer.commaId())
            m_lastComma = m_tokens.size();
        else if (m_tokens.size() == kChunkTokens && m_lastComma && kChunkTokens - *m_lastComma <= kCommaBacktrack)
            breakAfterComma();
        if (m_tokens.size() == kChunkTokens) finishChunk(kChunkTokens);
        m_tokens.push_back(token);
    }

    /// The tokens of one word, at most 75: they move to the next part together when there is no room for all.
    void addTogether(const std::vector<WeightedToken>& tokens) {
        if (m_tokens.size() == kChunkTokens && m_lastComma && kChunkTokens - *m_lastComma <= kCommaBacktrack)
            breakAfterComma();
        if (m_tokens.size() + tokens.size() > kChunkTokens) finishChunk(kChunkTokens);
        m_tokens.insert(m_tokens.end(), tokens.begin(), tokens.end());
    }

    void breakHere() { finishChunk(kChunkTokens); }

    ChunkedPrompt finish() {
        if (!m_tokens.empty() || m_result.chunks.empty()) finishChunk(m_tokens.size());
        return std::move(m_result);
    }

private:
    /// What follows the last comma moves to the next part.
    void breakAfterComma() {
        const auto cut = m_tokens.begin() + static_cast<std::ptrdiff_t>(*m_lastComma + 1);
        std::vector<WeightedToken> moved(cut, m_tokens.end());
        m_tokens.erase(cut, m_tokens.end());
        finishChunk(kChunkTokens);
        m_tokens = std::move(moved);
    }

    void finishChunk(std::size_t counted) {
        m_result.chunks.push_back(makeChunk(m_tokenizer, m_tokens));
        m_result.tokenCount += counted;
        m_tokens.clear();
        m_lastComma.reset();
    }

    const ClipTokenizer& m_tokenizer;
    ChunkedPrompt m_result;
    std::vector<WeightedToken> m_tokens;
    std::optional<std::size_t> m_lastComma;
};

/// One text's tokens, those of a word of `words` in one group.
std::vector<std::vector<WeightedToken>> tokensOf(const ClipTokenizer& tokenizer, std::string_view text,
                                                 const PromptWords& words) {
    std::vector<std::vector<WeightedToken>> groups;
    for (const PromptWords::Part& part : words.split(text)) {
        const std::string_view own = text.substr(part.begin, part.end - part.begin);
        if (part.word) {
            auto& group = groups.emplace_back();
            for (std::size_t i = 0; i < part.word->count; ++i)
                group.push_back(
                    {part.word->firstId + static_cast<std::int64_t>(i), 1.0F, part.begin, std::string(own)});
            continue;
        }
        for (const TokenPiece& piece : tokenizer.tokenPieces(own))
            groups.push_back({{piece.id, 1.0F, part.begin + piece.begin,
                               std::string(own.substr(piece.begin, piece.end - piece.begin))}});
    }
    return groups;
}

}  // namespace

bool ChunkedPrompt::isWeighted() const {
    return std::any_of(chunks.begin(), chunks.end(), [](const PromptChunk& chunk) {
        return std::any_of(chunk.weights.begin(), chunk.weights.end(), [](float weight) { return weight != 1.0F; });
    });
}

ChunkedPrompt chunkPrompt(const ClipTokenizer& tokenizer, const ParsedPrompt& prompt, const PromptWords& words) {
    Chunker chunker(tokenizer);
    for (const PromptSegment& segment : prompt.segments) {
        if (segment.isBreak) {
            chunker.breakHere();
            continue;
        }
        for (auto& group : tokensOf(tokenizer, segment.text, words)) {
            for (WeightedToken& token : group) {
                token.weight = static_cast<float>(segment.weight);
                token.begin = segment.origin[token.begin];
            }
            group.size() == 1 ? chunker.add(group.front()) : chunker.addTogether(group);
        }
    }
    return chunker.finish();
}

ChunkedPrompt truncatePrompt(const ClipTokenizer& tokenizer, std::string_view prompt, const PromptWords& words) {
    std::vector<WeightedToken> tokens;
    for (const auto& group : tokensOf(tokenizer, prompt, words))
        for (const WeightedToken& token : group)
            if (tokens.size() < kChunkTokens) tokens.push_back(token);
    return {.chunks = {makeChunk(tokenizer, tokens)}, .tokenCount = tokens.size()};
}

void padToSameLength(const ClipTokenizer& tokenizer, ChunkedPrompt& a, ChunkedPrompt& b) {
    const std::size_t length = std::max(a.chunks.size(), b.chunks.size());
    const PromptChunk empty = makeChunk(tokenizer, {});
    a.chunks.resize(length, empty);
    b.chunks.resize(length, empty);
}

}  // namespace segmoe
