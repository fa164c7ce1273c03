// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/text/clip_tokenizer.h"

namespace segmoe {

/// Writes the published vocabulary as the tokenizer folder of a diffusers pipeline (vocab.json, merges.txt,
/// tokenizer_config.json, special_tokens_map.json), for models that came without one. Throws Error{TokenizerMissing,
/// TokenizerInvalid} for the vocabulary file and what writing throws.
void writeClipVocabularyFolder(const std::filesystem::path& vocabulary, ClipPadding padding,
                               const std::filesystem::path& folder);

}  // namespace segmoe
