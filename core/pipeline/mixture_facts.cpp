// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/mixture_facts.h"

#include <algorithm>

#include "core/moe/expert_prompts.h"
#include "core/moe/recipe_config.h"

namespace segmoe::pipeline {

namespace {

void fill(ModelFiles& files, const MixRecipe* recipe, const moe::MixtureLayout& layout) {
    MixtureFacts facts;
    facts.experts = expertNames(recipe, layout.experts);
    facts.expertsPerToken = layout.expertsPerToken;
    facts.layers = moeLayersName(layout.layers);
    if (recipe) facts.recipe = *recipe;
    files.mixture = std::move(facts);
    files.architecture.isMixture = true;
    files.architecture.experts = layout.experts;
}

}  // namespace

std::vector<std::string> expertNames(const MixRecipe* recipe, int experts) {
    std::vector<std::string> names;
    if (recipe) names = moe::expertNames(*recipe);
    for (int e = static_cast<int>(names.size()); e < experts; ++e) names.push_back("expert " + std::to_string(e + 1));
    names.resize(static_cast<std::size_t>(experts));
    for (std::size_t e = 1; e < names.size(); ++e)
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(e), names[e]) !=
            names.begin() + static_cast<std::ptrdiff_t>(e))
            names[e] += " " + std::to_string(e + 1);
    return names;
}

void addMixtureFacts(ModelFiles& files) {
    if (!moe::isMixture(*files.unet)) return;
    const moe::MixtureProvenance provenance = moe::readSegmoeConfig(files.unetDocument);
    const auto layout = moe::detectMixture(*files.unet, provenance.expertsPerToken);
    fill(files, provenance.recipe ? &*provenance.recipe : nullptr, *layout);
    files.notices.insert(files.notices.end(), provenance.notices.begin(), provenance.notices.end());
}

void setMixtureFacts(ModelFiles& files, const MixRecipe& recipe, const moe::MixtureLayout& layout) {
    fill(files, &recipe, layout);
}

}  // namespace segmoe::pipeline
