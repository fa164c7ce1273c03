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

}  // namespace

bool ChunkedPrompt::isWeighted() const {
    return std::any_of(chunks.begin(), chunks.end(), [](const PromptChunk& chunk) {
        return std::any_of(chunk.weights.begin(), chunk.weights.end(), [](float weight) { return weight != 1.0F; });
    });
}

ChunkedPrompt chunkPrompt(const ClipTokenizer& tokenizer, const ParsedPrompt& prompt) {
    Chunker chunker(tokenizer);
    for (const PromptSegment& segment : prompt.segments) {
        if (segment.isBreak) {
            chunker.breakHere();
            continue;
        }
        for (const TokenPiece& piece : tokenizer.tokenPieces(segment.text))
            chunker.add({piece.id, static_cast<float>(segment.weight), segment.origin[piece.begin],
                         segment.text.substr(piece.begin, piece.end - piece.begin)});
    }
    return chunker.finish();
}

ChunkedPrompt truncatePrompt(const ClipTokenizer& tokenizer, std::string_view prompt) {
    std::vector<WeightedToken> tokens;
    for (const TokenPiece& piece : tokenizer.tokenPieces(prompt)) {
        if (tokens.size() == kChunkTokens) break;
        tokens.push_back(
            {piece.id, 1.0F, piece.begin, std::string(prompt.substr(piece.begin, piece.end - piece.begin))});
    }
    return {.chunks = {makeChunk(tokenizer, tokens)}, .tokenCount = tokens.size()};
}

void padToSameLength(const ClipTokenizer& tokenizer, ChunkedPrompt& a, ChunkedPrompt& b) {
    const std::size_t length = std::max(a.chunks.size(), b.chunks.size());
    const PromptChunk empty = makeChunk(tokenizer, {});
    a.chunks.resize(length, empty);
    b.chunks.resize(length, empty);
}

}  // namespace segmoe
