// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/domain/mix_recipe.h"
#include "core/moe/mixture_layout.h"
#include "core/moe/mixture_source.h"
#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

/// A recipe with all its models opened: headers read and checked against each other, no tensor touched.
struct RecipeParts {
    MixRecipe recipe;
    ModelFiles base;                  ///< with the LoRAs that act on it
    std::vector<ModelFiles> experts;  ///< each with its LoRAs
    moe::MixtureLayout layout;
    std::vector<std::string> notices;
    bool isCompat = false;  ///< asked for or the recipe's own
};

/// Opens base and experts, lays LoRAs over them and runs every check that needs no weights: equal layouts and shapes,
/// type, prediction type and schedule (a difference is a notice), k and E. Top-level LoRAs go where each says, with
/// compat (asked for, or the recipe's own) over the base only. Throws Error: what opening a model throws, naming the
/// expert; RecipeValueInvalid; ArchitectureMismatch.
RecipeParts openRecipe(const MixRecipe& recipe, const ModelSearch& search, bool isCompatWanted);

/// The mixture as a model: everything is the base's, except a UNet that is a view over base, experts and gates.
ModelFiles mixtureFiles(const RecipeParts& parts, moe::GateTensors gates);

/// "sd" or "sdxl", as the reference's recipes call the two kinds of pipeline.
std::string recipeType(const ModelFiles& files);

}  // namespace segmoe::pipeline
