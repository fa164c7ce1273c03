// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/domain/mix_recipe.h"

namespace segmoe {

/// One mistake of a recipe text.
struct RecipeMistake {
    int line = 0;  ///< from 1; 0 = unknown
    int column = 0;
    std::string key;   ///< "experts[1].source_model"; empty when the text is no YAML at all
    std::string rule;  ///< what is wrong, in words
};

/// A recipe text looked at.
struct RecipeText {
    MixRecipe recipe;                     ///< as far as it could be read
    bool isReadable = true;               ///< the text is a YAML mapping within bounds and of a known version
    std::vector<RecipeMistake> mistakes;  ///< empty = the recipe can be mixed as it is
    std::vector<std::string> notices;     ///< sentences: unknown keys, defaults taken
    ErrorCode code = ErrorCode::RecipeValueInvalid;  ///< of the first mistake
};

/// Reads and checks the YAML of a recipe; sources relative to folder. Never throws: what is wrong is in the answer, and
/// an unfinished mix (no base, one expert) is read all the same. Thread-safe.
RecipeText readRecipeText(std::string_view yaml, const std::string& name, const std::filesystem::path& folder);

/// Reads a file of at most 1 MiB, or the recipe that a saved mixture's folder holds. A file that cannot be read is one
/// mistake with its sentence.
RecipeText readRecipeFile(const std::filesystem::path& file);

/// The YAML text: the reference program's keys, then studio:. Reading it again gives an equal recipe.
std::string writeRecipeText(const MixRecipe& recipe);

}  // namespace segmoe
