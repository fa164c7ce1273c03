// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/clip_tokenizer.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/text/clip_pretokenizer.h"
#include "core/text/tokenizer_files.h"

namespace segmoe {

namespace {

constexpr std::size_t kMaxTextBytes = 1024 * 1024;
constexpr const char* kVocabularyName = "bpe_simple_vocab_16e6.txt.gz";

/// The added tokens looked for before or after normalisation; those of the second kind are themselves normalised.
std::vector<text::AddedToken> selectAdded(const std::vector<text::AddedToken>& all, bool normalized) {
    std::vector<text::AddedToken> selected;
    for (text::AddedToken token : all) {
        if (token.normalized != normalized) continue;
        if (normalized) token.content = text::toUtf8(text::normalizeForClip(text::decodeUtf8(token.content)).scalars);
        selected.push_back(std::move(token));
    }
    return selected;
}

}  // namespace

struct ClipTokenizer::Tables {
    explicit Tables(const text::TokenizerSpec& spec)
        : encoder(spec.vocabulary, spec.merges, spec.unknownId, spec.source),
          typedTokens(selectAdded(spec.addedTokens, false)),
          normalizedTokens(selectAdded(spec.addedTokens, true)),
          bosId(spec.bosId),
          eosId(spec.eosId),
          padId(spec.padId),
          maxLength(spec.maxLength) {
        const auto comma = spec.vocabulary.find(",</w>");
        if (comma != spec.vocabulary.end()) commaId = comma->second;
        for (const auto& [token, id] : spec.vocabulary) vocabularySize = std::max(vocabularySize, id + 1);
        for (const text::AddedToken& token : spec.addedTokens) vocabularySize = std::max(vocabularySize, token.id + 1);
    }

    void encodePart(const text::AlignedText& normalized, std::size_t first, std::size_t last,
                    std::vector<TokenPiece>& out) const;

    text::BytePairEncoder encoder;
    text::AddedTokenFinder typedTokens;
    text::AddedTokenFinder normalizedTokens;
    std::int64_t bosId;
    std::int64_t eosId;
    std::int64_t padId;
    std::int64_t commaId = -1;
    int maxLength;
    int vocabularySize = 0;
};

void ClipTokenizer::Tables::encodePart(const text::AlignedText& normalized, std::size_t first, std::size_t last,
                                       std::vector<TokenPiece>& out) const {
    std::string word;
    std::vector<std::size_t> scalarOfByte;
    for (const text::Piece& piece : text::splitForClip(normalized, first, last)) {
        word.clear();
        scalarOfByte.clear();
        for (std::size_t i = piece.first; i < piece.last; ++i) {
            text::appendUtf8(word, normalized.scalars[i]);
            scalarOfByte.resize(word.size(), i);
        }
        std::size_t at = 0;
        for (const auto& token : encoder.encode(word)) {
            const std::size_t lastByte = at + token.bytes - 1;
            out.push_back({token.id, normalized.begin[scalarOfByte[at]], normalized.end[scalarOfByte[lastByte]]});
            at += token.bytes;
        }
    }
}

ClipTokenizer ClipTokenizer::fromFolder(const std::filesystem::path& folder) {
    return ClipTokenizer(std::make_shared<const Tables>(text::readTokenizerFolder(folder)));
}

ClipTokenizer ClipTokenizer::fromClipVocabulary(const std::filesystem::path& file, ClipPadding padding) {
    const char* padToken = padding == ClipPadding::Zero ? "!" : "<|endoftext|>";
    return ClipTokenizer(std::make_shared<const Tables>(text::readClipVocabulary(file, padToken)));
}

std::vector<TokenPiece> ClipTokenizer::tokenPieces(std::string_view utf8) const {
    if (utf8.size() > kMaxTextBytes)
        throw Error(ErrorCode::PromptTooLong, "The prompt is longer than 1 MiB. Shorten it.");
    std::vector<TokenPiece> pieces;
    const text::AlignedText typed = text::decodeUtf8(utf8);
    for (const auto& part : m_tables->typedTokens.split(typed)) {
        if (part.id >= 0) {
            pieces.push_back({part.id, typed.begin[part.first], typed.end[part.last - 1]});
            continue;
        }
        const text::AlignedText normalized = text::normalizeForClip(typed.slice(part.first, part.last));
        for (const auto& inner : m_tables->normalizedTokens.split(normalized)) {
            if (inner.id >= 0)
                pieces.push_back({inner.id, normalized.begin[inner.first], normalized.end[inner.last - 1]});
            else
                m_tables->encodePart(normalized, inner.first, inner.last, pieces);
        }
    }
    return pieces;
}

std::vector<std::int64_t> ClipTokenizer::encode(std::string_view utf8) const {
    std::vector<std::int64_t> ids;
    for (const TokenPiece& piece : tokenPieces(utf8)) ids.push_back(piece.id);
    return ids;
}

std::vector<std::int64_t> ClipTokenizer::encodePadded(std::string_view utf8, int length) const {
    if (length < 2)
        throw Error(ErrorCode::RequestInvalid, "A token sequence needs room for at least its start and end.");
    std::vector<std::int64_t> ids = encode(utf8);
    const auto total = static_cast<std::size_t>(length);
    ids.resize(std::min(ids.size(), total - 2));
    ids.insert(ids.begin(), bosId());
    ids.push_back(eosId());
    ids.resize(total, padId());
    return ids;
}

std::int64_t ClipTokenizer::bosId() const { return m_tables->bosId; }
std::int64_t ClipTokenizer::eosId() const { return m_tables->eosId; }
std::int64_t ClipTokenizer::padId() const { return m_tables->padId; }
std::int64_t ClipTokenizer::commaId() const { return m_tables->commaId; }
int ClipTokenizer::maxLength() const { return m_tables->maxLength; }
int ClipTokenizer::vocabularySize() const { return m_tables->vocabularySize; }

std::filesystem::path findClipVocabulary(const std::vector<std::filesystem::path>& folders) {
    constexpr const char* kRemedy =
        " It is needed for checkpoints in one file. 'bash installer/bootstrap.sh run' fetches it; it is also a member "
        "of the Python "
        "package open-clip-torch (open_clip/bpe_simple_vocab_16e6.txt.gz), and SEGMOE_CLIP_VOCAB may name the file.";
    if (const char* given = std::getenv("SEGMOE_CLIP_VOCAB"); given && *given) {
        if (std::filesystem::is_regular_file(given)) return given;
        throw Error(ErrorCode::TokenizerMissing,
                    "SEGMOE_CLIP_VOCAB names " + quotePath(given) + ", which is not a file." + kRemedy);
    }
    std::string searched;
    for (const auto& folder : folders) {
        if (std::filesystem::is_regular_file(folder / kVocabularyName)) return folder / kVocabularyName;
        searched += (folder / kVocabularyName).string() + "\n";
    }
    throw Error(ErrorCode::TokenizerMissing,
                "The CLIP vocabulary bpe_simple_vocab_16e6.txt.gz was not found." + std::string(kRemedy), searched);
}

}  // namespace segmoe
