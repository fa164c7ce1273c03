// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/render_engine.h"

#include <utility>

#include <ATen/Parallel.h>

#include "core/engine/model_search.h"
#include "core/moe/routing_table.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/loaded_model.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/recipe_model.h"
#include "core/pipeline/render_defaults.h"
#include "core/pipeline/text_to_image.h"

namespace segmoe {

namespace {

using namespace pipeline;

/// Two requests with equal keys can share one loaded model.
struct ModelKey {
    std::string model;
    std::vector<LoraRef> loras;
    std::string device;
    Precision precision = Precision::Auto;
    std::int64_t cacheBytes = 0;
    bool compat = false;
    std::filesystem::file_time_type changed;  ///< of the recipe or file named by the request
    bool operator==(const ModelKey&) const = default;
};

ModelKey keyOf(const RenderRequest& request, const ModelRef& ref) {
    ModelKey key{request.model, request.loras, request.device, request.precision, request.expertCacheBytes, false, {}};
    key.compat = request.compat && ref.kind() == ModelRefKind::Recipe;
    std::error_code ignored;
    key.changed = std::filesystem::last_write_time(ref.path(), ignored);
    return key;
}

ModelFiles openHeaders(const RenderRequest& request) {
    const ModelRef ref = ModelRef::parse(request.model);
    ModelFiles files = ref.kind() == ModelRefKind::Recipe
                           ? openRecipeHeaders(ref.path(), programSearch(), request.compat)
                           : openModelFiles(ref, programSearch());
    return withLoras(std::move(files), request.loras, std::filesystem::current_path());
}

}  // namespace

struct RenderEngine::Impl {
    ModelKey key;
    std::unique_ptr<LoadedModel> model;

    LoadedModel& load(const RenderRequest& request, const CancelToken& cancel, const ProgressSink& progress) {
        const ModelRef ref = ModelRef::parse(request.model);
        ModelKey wanted = keyOf(request, ref);
        if (model && wanted == key) return *model;
        model.reset();  // the old one first: two models need not fit at once
        ModelFiles files = ref.kind() == ModelRefKind::Recipe
                               ? openRecipeModel(ref.path(), programSearch(),
                                                 {request.device, request.precision, request.compat}, cancel, progress)
                               : openModelFiles(ref, programSearch());
        files = withLoras(std::move(files), request.loras, std::filesystem::current_path());
        const Placement placement = choosePlacement(request.device, request.precision, files.weightBytes());
        model = std::make_unique<LoadedModel>(std::move(files), placement, request.expertCacheBytes);
        key = std::move(wanted);
        return *model;
    }
};

RenderEngine::RenderEngine() : m_impl(std::make_unique<Impl>()) {}
RenderEngine::~RenderEngine() = default;

RenderReport RenderEngine::render(const RenderRequest& request, const RenderEvents& events, const CancelToken& cancel) {
    RenderReport report;
    try {
        request.validate();
        LoadedModel& model = m_impl->load(request, cancel, events.progress);
        const RenderRequest complete = withDefaults(request, model.files());
        textToImage(model, complete, {events.progress, events.preview, events.routing, events.imageDone}, cancel,
                    report.result);
    } catch (const Cancelled&) {
        report.outcome = RenderOutcome::Cancelled;
    } catch (...) {
        report.outcome = RenderOutcome::Failed;
        report.failure = toFailure(std::current_exception());
        m_impl->model.reset();  // whatever went wrong, the next render starts from the files
    }
    return report;
}

ModelSummary RenderEngine::summarize(const std::string& model) {
    RenderRequest request;
    request.model = model;
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

MemoryForecast RenderEngine::forecast(const RenderRequest& request) {
    const ModelFiles files = openHeaders(request);
    const RenderRequest complete = withDefaults(request, files);
    return forecastRender(files, complete, choosePlacement(complete.device, complete.precision, files.weightBytes()));
}

void RenderEngine::unload() { m_impl->model.reset(); }

void RenderEngine::setThreads(int threads) {
    if (threads > 0) at::set_num_threads(threads);
}

std::vector<std::string> availableDevices() { return computeDevices(); }

}  // namespace segmoe
