// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/render_engine.h"

#include <utility>

#include <ATen/Parallel.h>

#include "core/base/log.h"
#include "core/base/stopwatch.h"
#include "core/base/utf8.h"
#include "core/engine/hub_access.h"
#include "core/engine/mix_writer.h"
#include "core/engine/model_preview.h"
#include "core/engine/model_search.h"
#include "core/engine/model_slot.h"
#include "core/engine/picture_file.h"
#include "core/moe/choice_prediction.h"
#include "core/moe/gate_report.h"
#include "core/moe/routing_table.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/memory_limit.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/render_defaults.h"
#include "core/pipeline/text_to_image.h"

namespace segmoe {

namespace {

using namespace pipeline;

RenderRequest renderRequest(const BuildRequest& build) {
    RenderRequest request;
    request.model = build.recipe.name;
    request.recipe = std::make_shared<const MixRecipe>(build.recipe);
    request.device = build.device;
    request.precision = build.precision;
    request.compat = build.compat;
    return request;
}

GateReport gateReport(const ModelFiles& mixture) {
    GateReport report;
    report.experts = mixture.mixture->experts;
    const auto table = moe::RoutingTable::fromSource(*mixture.unet, mixture.mixture->expertsPerToken);
    for (const moe::GateStatistics& gate : moe::gateStatistics(*table))
        report.sites.push_back({gate.site, gate.cosines, gate.conditionNumber});
    return report;
}

ModelSummary summaryOf(const RenderRequest& request) {
    const ModelFiles files = openHeaders(request);
    const RenderRequest recommended = withDefaults(request, files);
    ModelSummary summary;
    summary.name = files.name;
    summary.architecture = files.architecture;
    summary.bytes = files.weightBytes();
    summary.nativeSize = files.architecture.nativeSize;
    summary.recommendedSteps = recommended.steps;
    summary.recommendedGuidance = recommended.guidanceScale;
    if (files.mixture) {
        summary.experts = files.mixture->experts;
        summary.expertsPerToken = files.mixture->expertsPerToken;
        summary.layers = files.mixture->layers;
        summary.sites = moe::RoutingTable::fromSource(*files.unet, files.mixture->expertsPerToken)->labels();
    }
    return summary;
}

/// The same picture whenever the same mixture is saved.
constexpr std::int64_t kPreviewSeed = 0;

RenderRequest previewRequest(const SaveMixtureRequest& request) {
    RenderRequest render = renderRequest(request.build);
    render.prompt = request.preview->prompt;
    if (!request.preview->negative.empty()) render.negative = request.preview->negative;
    render.seed = kPreviewSeed;
    render.previewEvery = 0;
    return render;
}

/// One part of a longer job: fractions become those of the whole, and its end is not the end of the job.
ProgressSink partOf(const ProgressSink& progress, double first, double last) {
    if (!progress) return {};
    return [progress, first, last](Progress value) {
        if (value.stage == Stage::Done && last < 1.0) return;
        if (value.fraction >= 0.0) value.fraction = first + value.fraction * (last - first);
        progress(value);
    };
}

}  // namespace

struct RenderEngine::Impl {
    ModelSlot slot;
};

RenderEngine::RenderEngine() : m_impl(std::make_unique<Impl>()) { installHubLookup(); }
RenderEngine::~RenderEngine() = default;

RenderReport RenderEngine::render(const RenderRequest& request, const RenderEvents& events, const CancelToken& cancel) {
    RenderReport report;
    try {
        request.validate();
        LoadedModel& model = m_impl->slot.load(request, cancel, events.progress);
        const RenderRequest complete = withDefaults(request, model.files());
        const Stopwatch time;
        textToImage(model, complete, {events.progress, events.preview, events.routing, events.imageDone}, cancel,
                    report.result);
        logMessage(LogLevel::Info, "rendered " + std::to_string(report.result.images.size()) + " picture(s), " +
                                       std::to_string(complete.width) + "x" + std::to_string(complete.height) + ", " +
                                       std::to_string(complete.steps) + " steps, in " + time.text());
    } catch (const Cancelled&) {
        report.outcome = RenderOutcome::Cancelled;
    } catch (...) {
        report.outcome = RenderOutcome::Failed;
        report.failure = toFailure(std::current_exception());
        m_impl->slot.unload();  // whatever went wrong, the next render starts from the files
    }
    return report;
}

BuildReport RenderEngine::build(const BuildRequest& request, const ProgressSink& progress, const CancelToken& cancel) {
    if (progress) progress({.stage = Stage::Checking, .item = {}});
    const LoadedModel& model = m_impl->slot.load(renderRequest(request), cancel, progress);
    const GateWork& work = m_impl->slot.gateWork();
    if (progress) progress({.stage = Stage::Done, .fraction = 1.0, .item = {}});
    return {gateReport(model.files()), work.seconds, work.evaluations, work.remembered, work.isDone, work.notices};
}

Prediction RenderEngine::predict(const BuildRequest& request, const std::string& prompt, const ProgressSink& progress,
                                 const CancelToken& cancel) {
    const LoadedModel& model = m_impl->slot.load(renderRequest(request), cancel, progress);
    const RecipeParts parts = openRecipe(request.recipe, programSearch(), request.compat);
    const GateOptions options{request.device, request.precision, request.compat, &m_impl->slot.gates()};
    const auto means = measurePrompt(parts, prompt, options, cancel, progress);
    const auto table = moe::RoutingTable::fromSource(*model.files().unet, request.recipe.expertsPerToken);
    const std::vector<moe::PredictedChoice> choices = moe::predictChoices(*table, *means);

    Prediction prediction;
    prediction.experts = model.files().mixture->experts;
    prediction.share.assign(prediction.experts.size(), 0.0);
    for (std::size_t site = 0; site < choices.size(); ++site) {
        const moe::PredictedChoice& choice = choices[site];
        prediction.sites.push_back(
            {table->sites()[site].label, choice.chosen, {choice.weights.begin(), choice.weights.end()}});
        for (std::size_t i = 0; i < choice.chosen.size(); ++i)
            prediction.share[static_cast<std::size_t>(choice.chosen[i])] +=
                static_cast<double>(choice.weights[i]) / static_cast<double>(choices.size());
    }
    return prediction;
}

MixReport RenderEngine::saveMixture(const SaveMixtureRequest& request, const ProgressSink& progress,
                                    const CancelToken& cancel) {
    const bool withPreview = request.preview.has_value();
    // Writing copies whole models, a picture is computed: half each is as good a guess as any.
    const double written = withPreview ? 0.5 : 1.0;
    MixReport report = writeMixture(openRecipe(request.build.recipe, programSearch(), request.build.compat),
                                    {request.output, request.format, request.dtype, request.build.compat,
                                     request.build.device, request.build.precision, &m_impl->slot.gates()},
                                    partOf(progress, 0.0, written), cancel);
    if (withPreview) report.preview = makePreview(request, partOf(progress, written, 1.0), cancel);
    return report;
}

SavedPreview RenderEngine::makePreview(const SaveMixtureRequest& request, const ProgressSink& progress,
                                       const CancelToken& cancel) {
    SavedPreview preview;
    try {
        cancel.check();
        RenderReport made;
        RenderEvents events;
        events.progress = progress;
        if (!request.preview->made) made = render(previewRequest(request), events, cancel);
        if (made.outcome == RenderOutcome::Cancelled) throw Cancelled();
        if (made.outcome == RenderOutcome::Failed)
            throw Error(made.failure.code, made.failure.message, made.failure.detail);
        const RenderedImage& picture = request.preview->made ? *request.preview->made : made.result.images.at(0);
        const auto file = previewFileOf(request.output, request.format == ModelFormat::Diffusers);
        PictureSaving saving;
        saving.level = request.preview->metadata;
        savePicture(picture, file, saving);
        preview.file = file;
        preview.outcome = SavedPreview::Outcome::Written;
    } catch (const Cancelled&) {
        preview.outcome = SavedPreview::Outcome::Cancelled;
    } catch (...) {
        preview.failure = toFailure(std::current_exception());
        preview.outcome = SavedPreview::Outcome::Failed;
        logMessage(LogLevel::Warning,
                   "no preview picture of " + quote(request.build.recipe.name) + ": " + preview.failure.message);
    }
    return preview;
}

ModelSummary RenderEngine::summarize(const std::string& model) {
    RenderRequest request;
    request.model = model;
    return summaryOf(request);
}

ModelSummary RenderEngine::summarize(const RenderRequest& request) { return summaryOf(request); }

ModelSummary RenderEngine::summarize(const MixRecipe& recipe) { return summaryOf(renderRequest({.recipe = recipe})); }

MemoryForecast RenderEngine::forecast(const RenderRequest& request) {
    const ModelFiles files = openHeaders(request);
    const RenderRequest complete = withDefaults(request, files);
    return forecastRender(files, complete, choosePlacement(complete.device, complete.precision, files.weightBytes()));
}

std::vector<ResidentModel> RenderEngine::resident() const {
    const std::optional<ResidentModel> model = m_impl->slot.resident();
    return model ? std::vector{*model} : std::vector<ResidentModel>();
}

void RenderEngine::unload() { m_impl->slot.unload(); }

void RenderEngine::unload(std::uint64_t model) { m_impl->slot.unload(model); }

void RenderEngine::setThreads(int threads) {
    static const int automatic = at::get_num_threads();
    at::set_num_threads(threads > 0 ? threads : automatic);
}

void RenderEngine::setMemoryPercent(int percent) { pipeline::setMemoryPercent(percent); }

std::vector<std::string> availableDevices() { return computeDevices(); }

}  // namespace segmoe
