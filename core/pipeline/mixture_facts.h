// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/domain/mix_recipe.h"
#include "core/moe/mixture_layout.h"
#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

/// Fills files.mixture and the architecture from tensor names and unet/config.json when the UNet is a mixture; does
/// nothing for a plain one. Throws Error{ArchitectureMismatch} for a mixture with gaps.
void addMixtureFacts(ModelFiles& files);

/// The same for a mixture made from a recipe.
void setMixtureFacts(ModelFiles& files, const MixRecipe& recipe, const moe::MixtureLayout& layout);

/// What to call each of E experts: the recipe's names where it is known, else "expert 1"…; equal names are numbered.
std::vector<std::string> expertNames(const MixRecipe* recipe, int experts);

}  // namespace segmoe::pipeline
