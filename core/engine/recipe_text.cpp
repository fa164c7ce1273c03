// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/recipe_text.h"

#include <charconv>

#include "core/base/json_reader.h"
#include "core/moe/recipe_config.h"
#include "core/moe/recipe_yaml.h"

namespace segmoe {

namespace {

/// "line:column" of the guard's errors.
void readPlace(const std::string& detail, RecipeMistake& mistake) {
    const std::size_t colon = detail.find(':');
    if (colon == std::string::npos) return;
    std::from_chars(detail.data(), detail.data() + colon, mistake.line);
    std::from_chars(detail.data() + colon + 1, detail.data() + detail.size(), mistake.column);
}

RecipeText unreadable(const Error& error, const std::string& name) {
    RecipeText text;
    text.recipe.name = name;
    text.isReadable = false;
    text.code = error.code();
    RecipeMistake mistake;
    mistake.rule = error.what();
    readPlace(error.detail(), mistake);
    text.mistakes.push_back(std::move(mistake));
    return text;
}

/// The recipe inside a saved mixture.
RecipeText readMixtureFolder(const std::filesystem::path& folder) {
    const moe::MixtureProvenance found = moe::readSegmoeConfig(readJsonFile(folder / "unet" / "config.json"));
    if (!found.recipe)
        throw Error(ErrorCode::MetadataMissing,
                    "The folder " + folder.string() + " does not say which models its mixture was made from.");
    RecipeText text;
    text.recipe = *found.recipe;
    text.recipe.folder = folder.parent_path();
    if (text.recipe.name == "segmoe_config") text.recipe.name = folder.filename().string();
    text.notices = found.notices;
    return text;
}

}  // namespace

RecipeText readRecipeText(std::string_view yaml, const std::string& name, const std::filesystem::path& folder) {
    try {
        moe::RecipeReading reading = moe::examineRecipe(yaml, name, folder);
        RecipeText text;
        text.recipe = std::move(reading.recipe);
        text.notices = std::move(reading.notices);
        for (const moe::RecipeFault& fault : reading.faults)
            text.mistakes.push_back({fault.line, fault.column, fault.key, fault.rule});
        return text;
    } catch (const Error& error) {
        return unreadable(error, name);
    }
}

RecipeText readRecipeFile(const std::filesystem::path& file) {
    try {
        std::error_code ignored;
        if (std::filesystem::is_directory(file, ignored)) return readMixtureFolder(file);
        RecipeText text = readRecipeText(moe::readRecipeBytes(file), file.filename().string(), file.parent_path());
        if (text.recipe.name == file.filename().string()) text.recipe.name = file.stem().string();
        return text;
    } catch (const Error& error) {
        return unreadable(error, file.stem().string());
    }
}

std::string writeRecipeText(const MixRecipe& recipe) { return moe::recipeToYaml(recipe); }

}  // namespace segmoe
