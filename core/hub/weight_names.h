// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// A weight file of diffusers or transformers, taken apart (diffusers, _compute_variant_filenames).
struct WeightName {
    std::string variant;    ///< "fp16"…; empty = the plain file
    int shard = 0;          ///< 1…shards
    int shards = 0;         ///< 0 = everything in one file
    bool isIndex = false;   ///< "….safetensors.index….json"
    bool isLegacy = false;  ///< "base-00001-of-00002.fp16.safetensors", "base.fp16.safetensors.index.json"
};

/// "base.safetensors", "base.fp16.safetensors", "base[.fp16]-00001-of-00002.safetensors", and the index of shards.
/// Nothing for names of another base, with characters outside [A-Za-z0-9._-], or with impossible shard numbers.
std::optional<WeightName> parseWeightName(std::string_view name, std::string_view base);

}  // namespace segmoe::hub
