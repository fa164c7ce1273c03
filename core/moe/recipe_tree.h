// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "core/domain/mix_recipe.h"

namespace segmoe::moe {

/// Largest value of studio.version this program reads, and the one it writes.
inline constexpr int kRecipeVersion = 1;

/// A recipe as the mapping that stands in its YAML file and, extended, in segmoe_config. Keys in the order people
/// expect.
nlohmann::ordered_json recipeTree(const MixRecipe& recipe);

}  // namespace segmoe::moe
