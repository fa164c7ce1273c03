// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/recipe_model.h"

#include <optional>
#include <utility>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/moe/expert_prompts.h"
#include "core/moe/recipe_yaml.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/gate_keys.h"
#include "core/pipeline/prompt_encoder.h"

namespace segmoe::pipeline {

namespace {

bool needsPrompts(GateMethod method) { return method != GateMethod::Random && method != GateMethod::Equal; }

at::Tensor nativeTimeIds(const UnetConfig& config) {
    if (!config.textTime) return {};
    const float side = static_cast<float>(config.sampleSize * 8);
    return at::tensor({side, side, 0.0F, 0.0F, side, side}).unsqueeze(0);
}

/// The texts a model's inputs are measured with.
struct GatePromptTexts {
    std::vector<WeightedPrompt> positive;
    std::string negative;
};

GatePromptTexts gateTexts(const ExpertSpec& spec) {
    const std::vector<WeightedPrompt> negatives = moe::gatePrompts(spec, moe::PromptSide::Negative);
    return {moe::gatePrompts(spec, moe::PromptSide::Positive), negatives.empty() ? std::string() : negatives[0].text};
}

/// Prompts encoded for measuring. The model's text encoders are in memory only while those that the cache does not know
/// are encoded.
std::vector<moe::ExpertConditioning> conditionings(const RecipeParts& parts, const ModelFiles& model,
                                                   const GatePromptTexts& texts, const std::string& identity,
                                                   const moe::GateRequest& request, const CancelToken& cancel,
                                                   const ProgressSink& progress) {
    std::optional<PromptEncoder> encoder;
    PromptStates negative;
    std::vector<moe::ExpertConditioning> prompts;
    for (const WeightedPrompt& prompt : texts.positive) {
        cancel.check();
        moe::ExpertConditioning own;
        own.weight = prompt.weight;
        if (request.cache) {
            own.cacheKey = gatePromptKey(parts.base, identity, prompt.text, texts.negative, request);
            own.known = request.cache->find(own.cacheKey);
        }
        if (!own.known) {
            if (!encoder) {
                encoder.emplace(model, request.placement, cancel, progress);
                negative = encoder->encodePlain(texts.negative);
            }
            const PromptStates positive = encoder->encodePlain(prompt.text);
            own.context = positive.context;
            own.pooled = positive.pooled;
            own.negativeContext = negative.context;
            own.negativePooled = negative.pooled;
            own.timeIds = nativeTimeIds(model.unetConfig);
        }
        prompts.push_back(std::move(own));
    }
    return prompts;
}

GateMethod effectiveMethod(const RecipeParts& parts, const GateOptions& options) {
    const GateMethod method = parts.recipe.gates;
    return (options.compat || parts.recipe.compat) && method == GateMethod::Hidden ? GateMethod::HiddenCompat : method;
}

moe::GateRequest gateRequest(const RecipeParts& parts, const GateOptions& options) {
    moe::GateRequest request;
    request.method = effectiveMethod(parts, options);
    request.layout = parts.layout;
    request.config = parts.base.unetConfig;
    request.scheduler = parts.base.scheduler;
    const Precision precision = options.precision == Precision::Auto ? parts.recipe.precision : options.precision;
    request.placement = choosePlacement(options.device, precision, parts.base.weightBytes());
    request.seed = parts.recipe.gateSeed;
    request.steps = parts.recipe.gateSteps;
    request.useGuidance = parts.recipe.gateCfg;
    request.centre = parts.recipe.gateCentre;
    request.cache = options.cache;
    return request;
}

}  // namespace

moe::BuiltGates measureGates(const RecipeParts& parts, const GateOptions& options, const CancelToken& cancel,
                             const ProgressSink& progress) {
    const c10::InferenceMode noGradients;
    const moe::GateRequest request = gateRequest(parts, options);
    std::vector<moe::GateExpert> experts;
    for (std::size_t e = 0; e < parts.experts.size(); ++e) {
        moe::GateExpert expert{parts.experts[e].name, parts.experts[e].unet, {}};
        if (needsPrompts(request.method))
            expert.prompts = conditionings(parts, parts.experts[e], gateTexts(parts.recipe.experts[e]),
                                           expertIdentity(parts, e), request, cancel, progress);
        experts.push_back(std::move(expert));
    }
    return moe::buildGates(request, experts, progress, cancel);
}

std::shared_ptr<const moe::InputMeans> measurePrompt(const RecipeParts& parts, const std::string& prompt,
                                                     const GateOptions& options, const CancelToken& cancel,
                                                     const ProgressSink& progress) {
    const c10::InferenceMode noGradients;
    moe::GateRequest request = gateRequest(parts, options);
    request.method = GateMethod::Hidden;
    const moe::GateExpert base{
        parts.base.name, parts.base.unet,
        conditionings(parts, parts.base, {{{prompt, 1.0}}, {}}, baseIdentity(parts), request, cancel, progress)};
    return moe::measurePrompts(request, base, progress, cancel).front();
}

ModelFiles openRecipeModel(const MixRecipe& recipe, const ModelSearch& search, const GateOptions& options,
                           const CancelToken& cancel, const ProgressSink& progress) {
    const RecipeParts parts = openRecipe(recipe, search, options.compat);
    moe::BuiltGates built = measureGates(parts, options, cancel, progress);
    ModelFiles files = mixtureFiles(parts, std::move(built.gates));
    files.notices.insert(files.notices.end(), built.notices.begin(), built.notices.end());
    return files;
}

ModelFiles openRecipeHeaders(const MixRecipe& recipe, const ModelSearch& search, bool compat) {
    const RecipeParts parts = openRecipe(recipe, search, compat);
    return mixtureFiles(parts, moe::zeroGates(*parts.base.unet, parts.layout));
}

ModelFiles openRecipeModel(const std::filesystem::path& file, const ModelSearch& search, const GateOptions& options,
                           const CancelToken& cancel, const ProgressSink& progress) {
    std::vector<std::string> notices;
    ModelFiles files = openRecipeModel(moe::readRecipe(file, &notices), search, options, cancel, progress);
    files.notices.insert(files.notices.begin(), notices.begin(), notices.end());
    return files;
}

ModelFiles openRecipeHeaders(const std::filesystem::path& file, const ModelSearch& search, bool compat) {
    std::vector<std::string> notices;
    ModelFiles files = openRecipeHeaders(moe::readRecipe(file, &notices), search, compat);
    files.notices.insert(files.notices.begin(), notices.begin(), notices.end());
    return files;
}

}  // namespace segmoe::pipeline
