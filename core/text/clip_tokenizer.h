// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe {

/// Which text encoder the published CLIP vocabulary is read for: they differ in the token that fills up a sequence.
enum class ClipPadding {
    EndOfText,  ///< CLIP ViT-L: 49407
    Zero,       ///< OpenCLIP bigG and H: 0, which is "!"
};

/// One token of a text and the bytes of the text it stands for.
struct TokenPiece {
    std::int64_t id = 0;
    std::size_t begin = 0;  ///< first byte; several tokens of one character share its range
    std::size_t end = 0;    ///< byte after the last
};

/// CLIP's tokenizer: lower-cased byte pair encoding with "</w>". Ids equal those of CLIPTokenizer of transformers 5
/// (the fast tokenizer) for any Unicode text; ill-formed UTF-8 counts as U+FFFD. Immutable and thread-safe; copies are
/// cheap.
class ClipTokenizer {
public:
    /// A tokenizer folder of a diffusers pipeline: vocab.json + merges.txt, or tokenizer.json, with
    /// tokenizer_config.json and special_tokens_map.json where they exist.
    /// Throws Error: TokenizerMissing, TokenizerInvalid.
    static ClipTokenizer fromFolder(const std::filesystem::path& folder);
    /// The published vocabulary (see findClipVocabulary), for checkpoints that carry none. Throws as fromFolder.
    static ClipTokenizer fromClipVocabulary(const std::filesystem::path& file, ClipPadding padding);

    /// Ids without start and end, neither cut nor padded. Throws Error{PromptTooLong} above 1 MiB.
    std::vector<std::int64_t> encode(std::string_view utf8) const;
    /// Start, as many ids as fit, end, pads: exactly `length` ids (length ≥ 2).
    std::vector<std::int64_t> encodePadded(std::string_view utf8, int length = 77) const;
    /// The tokens of encode() with the bytes they stand for.
    std::vector<TokenPiece> tokenPieces(std::string_view utf8) const;

    std::int64_t bosId() const;
    std::int64_t eosId() const;
    std::int64_t padId() const;
    /// Id of the comma that ends a word, or -1: where long prompts like to be cut.
    std::int64_t commaId() const;
    /// model_max_length of the files, 77 when they do not say.
    int maxLength() const;
    /// Number of ids, added tokens included.
    int vocabularySize() const;

private:
    struct Tables;
    explicit ClipTokenizer(std::shared_ptr<const Tables> tables) : m_tables(std::move(tables)) {}
    std::shared_ptr<const Tables> m_tables;
};

/// Where bpe_simple_vocab_16e6.txt.gz lies: SEGMOE_CLIP_VOCAB when set, else the first of these folders that holds it
/// (an installation: <prefix>/share/segmoe-studio/clip). Throws Error{TokenizerMissing} saying how to get it.
std::filesystem::path findClipVocabulary(const std::vector<std::filesystem::path>& folders);

}  // namespace segmoe
