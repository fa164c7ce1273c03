// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mix_engine.h"

#include <utility>

#include "core/base/error.h"
#include "core/engine/mix_writer.h"
#include "core/engine/model_search.h"
#include "core/moe/recipe_yaml.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/recipe_model.h"
#include "core/pipeline/save_model.h"
#include "core/weights/lora_file.h"
#include "core/weights/safetensors_file.h"

namespace segmoe {

namespace {

using namespace pipeline;

/// The recipe with what the command line says on top.
MixRecipe recipeOf(const MixRequest& request, std::vector<std::string>& notices) {
    MixRecipe recipe = request.value ? *request.value : moe::readRecipe(request.recipe, &notices);
    recipe.gates = request.gates.value_or(recipe.gates);
    recipe.gateSteps = request.gateSteps.value_or(recipe.gateSteps);
    recipe.gateSeed = request.gateSeed.value_or(recipe.gateSeed);
    if (recipe.gates == GateMethod::Svd)
        throw Error(ErrorCode::NotAvailable,
                    "Gates of the kind 'svd' are not available in this version. Use hidden, hidden_compat, text, "
                    "random or equal.");
    return recipe;
}

RecipeParts openParts(const MixRequest& request) {
    std::vector<std::string> notices;
    RecipeParts parts = openRecipe(recipeOf(request, notices), programSearch(), request.compat);
    parts.notices.insert(parts.notices.begin(), notices.begin(), notices.end());
    return parts;
}

}  // namespace

MemoryForecast forecastMix(const MixRequest& request) {
    const RecipeParts parts = openParts(request);
    const ModelFiles mixture = mixtureFiles(parts, moe::zeroGates(*parts.base.unet, parts.layout));
    const SaveOptions options = mixtureSaveOptions(mixture, request.dtype, request.compat);
    MemoryForecast forecast;
    forecast.diskBytes = savedBytes(mixture, options);
    const UnetBytes unet = unetBytes(*parts.base.unet, 0, at::kFloat);
    const auto expect = [&forecast](std::string name, std::int64_t bytes) {
        ForecastTerm& term = forecast.terms.emplace_back();
        term.name = std::move(name);
        term.bytes = bytes;
        forecast.peakBytes = std::max(forecast.peakBytes, bytes);
    };
    if (parts.recipe.gates == GateMethod::Hidden || parts.recipe.gates == GateMethod::HiddenCompat)
        expect("one expert's UNet while its gates are measured", unet.shared);
    expect("one tensor while writing", 64'000'000);
    return forecast;
}

void checkPresentParts(const MixRequest& request) {
    std::vector<std::string> ignored;
    const MixRecipe recipe = recipeOf(request, ignored);
    const auto here = [&](const std::string& source) -> std::optional<ModelRef> {
        ModelRef ref = ModelRef::parse(source, recipe.folder);
        return ref.kind() == ModelRefKind::Hub ? std::nullopt : std::optional(std::move(ref));
    };
    const auto check = [&](const std::string& model, const std::vector<LoraRef>& loras) {
        if (const auto ref = here(model)) (void)openModelFiles(*ref, programSearch());
        for (const LoraRef& lora : loras)
            if (const auto ref = here(lora.source)) (void)LoraFile(SafetensorsFile::open(ref->path()));
    };
    check(recipe.base, recipe.loras);
    for (const ExpertSpec& expert : recipe.experts) check(expert.source, expert.loras);
}

MixReport mix(const MixRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    if (progress) progress({.stage = Stage::Checking, .item = {}});
    return writeMixture(openParts(request),
                        {request.output, request.format, request.dtype, request.compat, request.device, Precision::Auto,
                         nullptr, request.hashes},
                        progress, cancel);
}

ConvertReport convert(const ConvertRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    const ModelRef ref = ModelRef::parse(request.model);
    if (ref.kind() == ModelRefKind::Recipe) {
        if (!request.vae.empty() || !request.donor.empty())
            throw Error(ErrorCode::RequestInvalid,
                        "A recipe takes VAE and text encoders from its base. Convert the base with --vae or --donor "
                        "first, and name the result as base_model.");
        MixRequest mixture;
        mixture.recipe = ref.path();
        mixture.output = request.output;
        mixture.format = request.format;
        mixture.dtype = request.dtype;
        const MixReport report = mix(mixture, progress, cancel);
        return {report.bytesWritten, report.notices};
    }
    if (progress) progress({.stage = Stage::Checking, .item = {}});
    ModelSearch search = programSearch();
    search.vae = request.vae;
    if (!request.donor.empty()) search.donor = ModelRef::parse(request.donor);
    const ModelFiles files = openModelFiles(ref, search);
    SaveOptions options;
    options.dtype = request.dtype;
    const std::int64_t bytes = writeModel(files, request.output, request.format, options, progress, cancel);
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0, .item = {}});
    return {bytes, files.notices};
}

}  // namespace segmoe
