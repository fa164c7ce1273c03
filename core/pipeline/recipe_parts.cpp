// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/recipe_parts.h"

#include "core/base/error.h"
#include "core/pipeline/mixture_facts.h"

namespace segmoe::pipeline {

namespace {

/// Opens one model of the recipe; a failure says whose model it was.
ModelFiles openPart(const std::string& role, const std::string& source, const MixRecipe& recipe,
                    const ModelSearch& search) {
    try {
        return openModelFiles(ModelRef::parse(source, recipe.folder), search);
    } catch (const Error& error) {
        throw Error(error.code(), "The " + role + " of the recipe: " + error.what(), error.detail());
    }
}

void noteDifferences(const ModelFiles& base, const ModelFiles& expert, const std::string& role,
                     std::vector<std::string>& notices) {
    if (base.scheduler.predictionType != expert.scheduler.predictionType)
        notices.push_back("The " + role +
                          " predicts something else (noise or velocity) than the base; the mixture will render noise. "
                          "Use models of one kind.");
    else if (base.scheduler.betaStart != expert.scheduler.betaStart ||
             base.scheduler.betaEnd != expert.scheduler.betaEnd)
        notices.push_back("The " + role + " was trained with other noise levels than the base; the base's are used.");
}

void checkType(const MixRecipe& recipe, const ModelFiles& base) {
    const std::string actual = recipeType(base);
    if (recipe.type.empty() || recipe.type == actual) return;
    throw Error(ErrorCode::RecipeValueInvalid, "The recipe says type: " + recipe.type + ", but its base '" + base.name +
                                                   "' is " + base.architecture.name + " (type: " + actual +
                                                   "). Correct or remove the key 'type'.");
}

}  // namespace

std::string recipeType(const ModelFiles& files) { return files.isSdxl() ? "sdxl" : "sd"; }

RecipeParts openRecipe(const MixRecipe& recipe, const ModelSearch& search, bool isCompatWanted) {
    RecipeParts parts;
    parts.recipe = recipe;
    parts.isCompat = isCompatWanted || recipe.compat;
    parts.base = openPart("base", recipe.base, recipe, search);
    checkType(recipe, parts.base);
    parts.recipe.type = recipeType(parts.base);
    ModelSearch withDonor = search;
    // Experts without text encoders or VAE borrow the base's, which may have them from elsewhere itself.
    withDonor.openDonor = std::make_shared<const ModelFiles>(parts.base);
    withDonor.vae.clear();

    std::vector<TensorSourcePtr> unets;
    const std::vector<std::string> names = expertNames(&recipe, static_cast<int>(recipe.experts.size()));
    for (std::size_t e = 0; e < recipe.experts.size(); ++e) {
        const std::string role = "expert " + std::to_string(e + 1) + " (" + names[e] + ")";
        ModelFiles expert = openPart(role, recipe.experts[e].source, recipe, withDonor);
        if (expert.mixture)
            throw Error(ErrorCode::ArchitectureMismatch,
                        "The " + role + " is a mixture already; a mixture's experts must be single models.");
        noteDifferences(parts.base, expert, role, parts.notices);
        expert = withLoras(std::move(expert), lorasOverExperts(recipe, parts.isCompat), recipe.folder);
        expert = withLoras(std::move(expert), recipe.experts[e].loras, recipe.folder);
        unets.push_back(expert.unet);
        parts.experts.push_back(std::move(expert));
    }
    parts.base = withLoras(std::move(parts.base), lorasOverBase(recipe, parts.isCompat), recipe.folder);
    parts.layout = moe::planMixture(*parts.base.unet, recipe.layers, static_cast<int>(recipe.experts.size()),
                                    recipe.expertsPerToken, recipe.leftOut);
    moe::checkMixable(*parts.base.unet, unets, parts.layout);
    return parts;
}

ModelFiles mixtureFiles(const RecipeParts& parts, moe::GateTensors gates) {
    ModelFiles files = parts.base;
    std::vector<TensorSourcePtr> experts;
    for (const ModelFiles& expert : parts.experts) {
        for (UsedFile used : expert.usedFiles) {
            used.expert = static_cast<int>(experts.size());
            if (used.role != UsedFile::Role::Model && used.role != UsedFile::Role::Lora) continue;
            if (used.role == UsedFile::Role::Model) used.role = UsedFile::Role::Expert;
            files.usedFiles.push_back(std::move(used));
        }
        experts.push_back(expert.unet);
    }
    files.name = parts.recipe.name;
    files.unet =
        std::make_shared<const moe::MixtureSource>(parts.base.unet, std::move(experts), parts.layout, std::move(gates));
    setMixtureFacts(files, parts.recipe, parts.layout);
    files.notices.insert(files.notices.end(), parts.notices.begin(), parts.notices.end());
    return files;
}

}  // namespace segmoe::pipeline
