// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/recipe_model.h"

#include <utility>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/moe/expert_prompts.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/prompt_encoder.h"

namespace segmoe::pipeline {

namespace {

bool needsPrompts(GateMethod method) { return method != GateMethod::Random && method != GateMethod::Equal; }

at::Tensor nativeTimeIds(const UnetConfig& config) {
    if (!config.textTime) return {};
    const float side = static_cast<float>(config.sampleSize * 8);
    return at::tensor({side, side, 0.0F, 0.0F, side, side}).unsqueeze(0);
}

/// The expert's text encoders are in memory only while its prompts are encoded.
std::vector<moe::ExpertConditioning> encodeGatePrompts(const ModelFiles& expert, const ExpertSpec& spec,
                                                       const Placement& placement, const CancelToken& cancel,
                                                       const ProgressSink& progress) {
    const PromptEncoder encoder(expert, placement, cancel, progress);
    const std::vector<WeightedPrompt> negatives = moe::gatePrompts(spec, moe::PromptSide::Negative);
    const PromptStates negative = encoder.encodePlain(negatives.empty() ? std::string() : negatives.front().text);
    std::vector<moe::ExpertConditioning> prompts;
    for (const WeightedPrompt& prompt : moe::gatePrompts(spec, moe::PromptSide::Positive)) {
        cancel.check();
        const PromptStates positive = encoder.encodePlain(prompt.text);
        prompts.push_back({prompt.weight, positive.context, positive.pooled, negative.context, negative.pooled,
                           nativeTimeIds(expert.unetConfig)});
    }
    return prompts;
}

GateMethod effectiveMethod(const RecipeParts& parts, const GateOptions& options) {
    const GateMethod method = parts.recipe.gates;
    return options.compat && method == GateMethod::Hidden ? GateMethod::HiddenCompat : method;
}

}  // namespace

moe::BuiltGates measureGates(const RecipeParts& parts, const GateOptions& options, const CancelToken& cancel,
                             const ProgressSink& progress) {
    const c10::InferenceMode noGradients;
    moe::GateRequest request;
    request.method = effectiveMethod(parts, options);
    request.layout = parts.layout;
    request.config = parts.base.unetConfig;
    request.scheduler = parts.base.scheduler;
    request.placement = choosePlacement(options.device, options.precision, parts.base.weightBytes());
    request.seed = parts.recipe.gateSeed;
    request.steps = parts.recipe.gateSteps;
    request.useGuidance = parts.recipe.gateCfg;
    request.centre = parts.recipe.gateCentre;

    std::vector<moe::GateExpert> experts;
    for (std::size_t e = 0; e < parts.experts.size(); ++e) {
        moe::GateExpert expert{parts.experts[e].name, parts.experts[e].unet, {}};
        if (needsPrompts(request.method))
            expert.prompts =
                encodeGatePrompts(parts.experts[e], parts.recipe.experts[e], request.placement, cancel, progress);
        experts.push_back(std::move(expert));
    }
    return moe::buildGates(request, experts, progress, cancel);
}

ModelFiles openRecipeModel(const std::filesystem::path& file, const ModelSearch& search, const GateOptions& options,
                           const CancelToken& cancel, const ProgressSink& progress) {
    const RecipeParts parts = openRecipeFile(file, search, options.compat);
    moe::BuiltGates built = measureGates(parts, options, cancel, progress);
    ModelFiles files = mixtureFiles(parts, std::move(built.gates));
    files.notices.insert(files.notices.end(), built.notices.begin(), built.notices.end());
    return files;
}

ModelFiles openRecipeHeaders(const std::filesystem::path& file, const ModelSearch& search, bool compat) {
    const RecipeParts parts = openRecipeFile(file, search, compat);
    return mixtureFiles(parts, moe::zeroGates(*parts.base.unet, parts.layout));
}

}  // namespace segmoe::pipeline
