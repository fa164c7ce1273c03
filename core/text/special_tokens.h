// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/text/tokenizer_files.h"

namespace segmoe::text {

inline constexpr int kMaxTokenId = 1 << 24;

/// `where`: the file, and the key where there is one.
[[noreturn]] inline void failTokenizer(const std::string& where, const std::string& what) {
    throw Error(ErrorCode::TokenizerInvalid, where + ": " + what);
}

/// Fills addedTokens, the ids of the named tokens and maxLength of a spec whose vocabulary is known, from the JSON
/// files of its folder as transformers 5 does. tokenizerJson: content of tokenizer.json, or null when there is none.
/// Throws Error{TokenizerInvalid} naming file and key.
void readSpecialTokens(const std::filesystem::path& folder, const nlohmann::json& tokenizerJson, TokenizerSpec& spec);

}  // namespace segmoe::text
