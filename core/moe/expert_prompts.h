// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/domain/mix_recipe.h"

namespace segmoe::moe {

enum class PromptSide { Positive, Negative };

/// The prompts an expert's gates are measured with: its own, each with the prompts of its LoRAs appended after a space,
/// as the reference does; one empty prompt when there are none. Weights are kept.
std::vector<WeightedPrompt> gatePrompts(const ExpertSpec& expert, PromptSide side);

/// Display names: the alias, or the last part of the source without suffix and revision.
std::vector<std::string> expertNames(const MixRecipe& recipe);

}  // namespace segmoe::moe
