// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/render_defaults.h"

#include <random>

#include "core/base/error.h"
#include "core/models/vae_config.h"

namespace segmoe::pipeline {

namespace {

void checkModel(const ModelFiles& files) {
    const std::int64_t channels = files.unetConfig.inChannels;
    if (channels == 4 || channels == 9) return;
    throw Error(ErrorCode::FormatUnsupported, "'" + files.name + "' is an editing model (" + std::to_string(channels) +
                                                  " input channels); rendering needs a model with 4, or with 9 for "
                                                  "inpainting.");
}

/// Pictures are made of whole latent positions: 8 pixels for every published VAE.
void checkSize(const RenderRequest& request, const ModelFiles& files) {
    const int unit = parseVaeConfig(files.vaeDocument, files.name + ", VAE").scale();
    if (request.width % unit == 0 && request.height % unit == 0) return;
    throw Error(ErrorCode::SizeUnsupported,
                std::to_string(request.width) + "×" + std::to_string(request.height) + " is not possible with '" +
                    files.name + "': width and height must be multiples of " + std::to_string(unit) + ".");
}

void takeFromMixture(RenderRequest& request, const MixRecipe& recipe) {
    const RoutingPolicy standard;
    RoutingPolicy& routing = request.routing;
    if (routing.group == standard.group) routing.group = recipe.routing.group;
    if (routing.temperature == standard.temperature) routing.temperature = recipe.routing.temperature;
    if (routing.rules.empty()) routing.rules = recipe.routing.rules;
    routing.condOnly = routing.condOnly || recipe.routing.condOnly;
    request.compat = request.compat || recipe.compat;
}

}  // namespace

RenderRequest withDefaults(RenderRequest request, const ModelFiles& files) {
    checkModel(files);
    if (files.mixture && files.mixture->recipe) takeFromMixture(request, *files.mixture->recipe);
    request.precision = wantedPrecision(request, files);
    if (request.width == 0) request.width = request.height == 0 ? files.architecture.nativeSize : request.height;
    if (request.height == 0) request.height = request.width;
    if (request.steps == 0) request.steps = files.isSdxl() ? kDefaultStepsSdxl : kDefaultSteps;
    if (request.guidanceScale < 0.0) request.guidanceScale = files.isSdxl() ? kDefaultGuidanceSdxl : kDefaultGuidance;
    if (request.seed < 0) request.seed = std::random_device()();
    if (request.variationSeed < 0) request.variationSeed = std::random_device()();
    if (request.compat) {
        request.routing.compat = true;
        request.routing.group = RoutingGroup::Batch;
    }
    request.validate();
    checkSize(request, files);
    if (files.mixture) request.routing.validate(static_cast<int>(files.mixture->experts.size()));
    return request;
}

Precision wantedPrecision(const RenderRequest& request, const ModelFiles& files) {
    const bool isOpen = request.precision == Precision::Auto && files.mixture && files.mixture->recipe;
    return isOpen ? files.mixture->recipe->precision : request.precision;
}

}  // namespace segmoe::pipeline
