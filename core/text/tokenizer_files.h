// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/text/added_tokens.h"
#include "core/text/byte_pair_encoder.h"

namespace segmoe::text {

/// Everything a tokenizer's files say.
struct TokenizerSpec {
    Vocabulary vocabulary;
    std::vector<std::pair<std::string, std::string>> merges;  ///< in order of rank
    std::vector<AddedToken> addedTokens;                      ///< contents are unique
    int bosId = -1;
    int eosId = -1;
    int padId = -1;
    int unknownId = -1;  ///< -1: bytes without a token are dropped
    int maxLength = 77;  ///< model_max_length
    std::string source;  ///< folder or file, for messages
};

/// Reads a tokenizer folder of a diffusers pipeline with the precedence of transformers 5: vocabulary and merges from
/// tokenizer.json when it is there, else from vocab.json and merges.txt; special tokens from tokenizer_config.json,
/// then special_tokens_map.json, added_tokens.json and tokenizer.json. Throws Error: TokenizerMissing (files),
/// TokenizerInvalid (content; names file and key).
TokenizerSpec readTokenizerFolder(const std::filesystem::path& folder);

/// CLIP's published vocabulary, bpe_simple_vocab_16e6.txt.gz: a title line, then the merges, of which the first 48,894
/// count. padToken: "<|endoftext|>" (ViT-L) or "!" (bigG). Throws Error: TokenizerMissing, TokenizerInvalid.
TokenizerSpec readClipVocabulary(const std::filesystem::path& file, const std::string& padToken);

}  // namespace segmoe::text
