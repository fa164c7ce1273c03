// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/mix_recipe.h"
#include "core/moe/mixture_layout.h"

namespace segmoe::moe {

/// The value of segmoe_config in unet/config.json: the recipe's mapping (with its studio key) and every key the
/// reference program needs to load the folder: num_experts, num_experts_per_tok, moe_layers, type, and the four block
/// ranges (segmoe.md §3.5). `type` is "sd" or "sdxl".
nlohmann::ordered_json segmoeConfig(const MixRecipe& recipe, const MixtureLayout& layout, const std::string& type);

/// What unet/config.json says about a mixture. Only k decides anything; the rest is where it came from.
struct MixtureProvenance {
    int expertsPerToken = 1;
    std::optional<MixRecipe> recipe;   ///< absent when the mapping cannot be read as a recipe
    std::vector<std::string> notices;  ///< k was missing, mapping unreadable…
};

/// Reads segmoe_config, or segmix_config of the January 2024 development format. Nothing in it is fatal: a mixture is
/// described by its tensors.
MixtureProvenance readSegmoeConfig(const nlohmann::json& unetConfig);

}  // namespace segmoe::moe
