// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/mix_engine.h"

#include <chrono>
#include <utility>

#include "core/base/error.h"
#include "core/engine/model_search.h"
#include "core/moe/gate_report.h"
#include "core/moe/recipe_config.h"
#include "core/moe/recipe_yaml.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/recipe_model.h"
#include "core/pipeline/save_model.h"

namespace segmoe {

namespace {

using namespace pipeline;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The recipe with what the command line says on top.
RecipeParts openParts(const MixRequest& request) {
    std::vector<std::string> notices;
    MixRecipe recipe = moe::readRecipe(request.recipe, &notices);
    recipe.gates = request.gates.value_or(recipe.gates);
    recipe.gateSteps = request.gateSteps.value_or(recipe.gateSteps);
    recipe.gateSeed = request.gateSeed.value_or(recipe.gateSeed);
    if (recipe.gates == GateMethod::Svd)
        throw Error(ErrorCode::NotAvailable,
                    "Gates of the kind 'svd' are not available in this version. Use hidden, hidden_compat, text, "
                    "random or equal.");
    RecipeParts parts = openRecipe(recipe, programSearch(), request.compat);
    parts.notices.insert(parts.notices.begin(), notices.begin(), notices.end());
    return parts;
}

SaveOptions saveOptions(const MixRequest& request, const ModelFiles& mixture) {
    SaveOptions options;
    options.dtype = request.dtype;
    if (const auto* source = dynamic_cast<const moe::MixtureSource*>(mixture.unet.get()))
        options.unetOrder = source->writeOrder();
    if (request.compat) options.schedulerClass = "DDPMScheduler";
    return options;
}

std::vector<GateSiteReport> reportGates(const ModelFiles& mixture) {
    std::vector<GateSiteReport> sites;
    const auto table = moe::RoutingTable::fromSource(*mixture.unet, mixture.mixture->expertsPerToken);
    for (const moe::GateStatistics& gate : moe::gateStatistics(*table))
        sites.push_back({gate.site, gate.maxCosine, gate.conditionNumber});
    return sites;
}

std::int64_t save(const ModelFiles& files, const std::filesystem::path& output, ModelFormat format,
                  const SaveOptions& options, const ProgressSink& progress, const CancelToken& cancel) {
    return format == ModelFormat::Diffusers ? saveModelFolder(files, output, options, progress, cancel)
                                            : saveSingleFile(files, output, options, progress, cancel);
}

}  // namespace

MemoryForecast forecastMix(const MixRequest& request) {
    const RecipeParts parts = openParts(request);
    const ModelFiles mixture = mixtureFiles(parts, moe::zeroGates(*parts.base.unet, parts.layout));
    const SaveOptions options = saveOptions(request, mixture);
    MemoryForecast forecast;
    forecast.diskBytes = savedBytes(mixture, options);
    const UnetBytes unet = unetBytes(*parts.base.unet, 0, at::kFloat);
    if (parts.recipe.gates == GateMethod::Hidden || parts.recipe.gates == GateMethod::HiddenCompat)
        forecast.terms.push_back({"one expert's UNet while its gates are measured", unet.shared});
    forecast.terms.push_back({"one tensor while writing", 64'000'000});
    for (const ForecastTerm& term : forecast.terms) forecast.peakBytes = std::max(forecast.peakBytes, term.bytes);
    return forecast;
}

MixReport mix(const MixRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    if (progress) progress({.stage = Stage::Checking});
    const RecipeParts parts = openParts(request);
    MixReport report;
    report.output = request.output;
    report.notices = parts.notices;

    const auto gatesStart = Clock::now();
    moe::BuiltGates built = measureGates(parts, {request.device, Precision::Auto, request.compat}, cancel, progress);
    report.gateSeconds = secondsSince(gatesStart);
    report.gateEvaluations = built.evaluations;
    report.notices.insert(report.notices.end(), built.notices.begin(), built.notices.end());

    ModelFiles mixture = mixtureFiles(parts, std::move(built.gates));
    mixture.unetDocument["segmoe_config"] = moe::segmoeConfig(parts.recipe, parts.layout, parts.recipe.type);
    report.gateSites = reportGates(mixture);

    const auto writeStart = Clock::now();
    report.bytesWritten =
        save(mixture, request.output, request.format, saveOptions(request, mixture), progress, cancel);
    report.writeSeconds = secondsSince(writeStart);
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0});
    return report;
}

std::int64_t convert(const ConvertRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    if (progress) progress({.stage = Stage::Checking});
    const ModelFiles files = openModelFiles(ModelRef::parse(request.model), programSearch());
    SaveOptions options;
    options.dtype = request.dtype;
    const std::int64_t bytes = save(files, request.output, request.format, options, progress, cancel);
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0});
    return bytes;
}

}  // namespace segmoe
