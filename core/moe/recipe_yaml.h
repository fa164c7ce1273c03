// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/domain/mix_recipe.h"
#include "core/moe/recipe_fields.h"

namespace segmoe::moe {

/// A recipe file looked at: what could be read, what is wrong with it, and what its author should know.
struct RecipeReading {
    MixRecipe recipe;
    std::vector<RecipeFault> faults;   ///< empty = the recipe can be used
    std::vector<std::string> notices;  ///< sentences: unknown keys, defaults taken, prompts that disagree
};

/// Reads the YAML of the reference program (segmoe.md §3.1) with our one extra key `studio:`, and checks every rule
/// that needs no model. `name` becomes MixRecipe::name and stands in messages. A recipe with loras and no experts
/// becomes one with E copies of the base, LoRA i on copy ⌊i·E/L⌋. Throws Error{RecipeParseFailed} when it is not a YAML
/// mapping within the bounds of parseGuardedYaml, and Error{RecipeTooNew} when studio.version is above ours.
///
/// studio: version, name, seed, gate_steps, gate_cfg, centre, apply_to (base|experts|all: where the top-level loras
/// act), loras (parallel to those, each with an apply_to of its own), left_out (labels of transformer blocks without
/// experts), routing (recipe_routing.h), precision, compat, notes, parked (experts that are switched off, as under
/// experts, each with its position), and experts, a list parallel to the recipe's own with alias, positive_prompts and
/// negative_prompts, each a list of {text, weight}. Several weighted prompts stand there in full, while positive_prompt
/// holds their texts joined by ", ", so that the reference program still reads the file; when somebody edits that
/// joined text, the edit wins and a notice says so.
RecipeReading examineRecipe(std::string_view yaml, const std::string& name, const std::filesystem::path& folder = {});

/// As examineRecipe, but throws Error{RecipeValueInvalid} listing all faults, one per line with line number, key and
/// rule.
MixRecipe parseRecipe(std::string_view yaml, const std::string& name, const std::filesystem::path& folder = {},
                      std::vector<std::string>* notices = nullptr);
/// Reads a file of at most 1 MiB; MixRecipe::name becomes its stem. Throws also Error{FileMissing, LocalIo}.
MixRecipe readRecipe(const std::filesystem::path& path, std::vector<std::string>* notices = nullptr);

/// The text of a recipe file of at most 1 MiB. Throws Error{FileMissing, LocalIo}.
std::string readRecipeBytes(const std::filesystem::path& path);

/// The YAML text of a recipe: the reference program's keys, then studio:, then unknown keys. Reading it again gives an
/// equal recipe.
std::string recipeToYaml(const MixRecipe& recipe);

/// The error that parseRecipe throws.
Error recipeFaultsError(const std::string& name, const std::vector<RecipeFault>& faults);

/// The texts joined by ", ": what the reference program gets for several weighted prompts.
std::string joinedPrompt(const std::vector<WeightedPrompt>& prompts);

}  // namespace segmoe::moe
