// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/preview_source.h"

#include <utility>

namespace segmoe::ui {

namespace {

/// Nothing that the saved mixture would not have: no other picture, adapter or VAE, and no other expert control.
bool isOfMixtureAlone(const RenderRequest& request) {
    RoutingPolicy policy = request.routing;
    if (policy.topK == request.recipe->expertsPerToken) policy.topK = 0;
    const bool hasOwnRouting = policy == RoutingPolicy() || policy == request.recipe->routing;
    return !request.start && request.loras.empty() && request.embeddings.empty() && request.vae.empty() &&
           request.donor.empty() && hasOwnRouting;
}

}  // namespace

void PreviewSource::note(const RenderRequest& request, const RenderedImage& image) {
    if (!request.recipe || !isOfMixtureAlone(request)) return;
    RenderedImage kept;
    kept.picture = image.picture;
    kept.seed = image.seed;
    kept.parameters = image.parameters;
    kept.segmoeJson = image.segmoeJson;
    m_recipe = request.recipe;
    m_image = std::make_shared<const RenderedImage>(std::move(kept));
}

PreviewWish PreviewSource::wishFor(const MixRecipe& recipe) const {
    PreviewWish wish;
    wish.metadata = m_metadata;
    for (const ExpertSpec& expert : recipe.experts) {
        if (expert.positive.empty()) continue;
        wish.prompt = expert.positive.front().text;
        if (!expert.negative.empty()) wish.negative = expert.negative.front().text;
        break;
    }
    if (m_recipe && *m_recipe == recipe) wish.made = m_image;
    return wish;
}

}  // namespace segmoe::ui
