// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/domain/architecture.h"
#include "core/domain/memory_forecast.h"
#include "core/domain/render_request.h"
#include "core/domain/render_result.h"
#include "core/engine/failure.h"
#include "core/engine/mix_workbench.h"
#include "core/engine/resident_model.h"

namespace segmoe {

/// What happens while a render runs. All are called on the thread that called render(); empty ones are skipped.
struct RenderEvents {
    ProgressSink progress;
    std::function<void(const Preview&)> preview;
    std::function<void(const RoutingStep&)> routing;
    std::function<void(int image, const RenderedImage&)> imageDone;
};

enum class RenderOutcome { Done, Cancelled, Failed };

struct RenderReport {
    RenderOutcome outcome = RenderOutcome::Done;
    RenderResult result;  ///< pictures finished so far, also when cancelled or failed
    Failure failure;      ///< when Failed
};

/// What a model is, read from its headers in milliseconds.
struct ModelSummary {
    std::string name;
    Architecture architecture;
    std::vector<std::string> experts;  ///< names, empty for a single model
    int expertsPerToken = 0;
    std::string layers;              ///< "all", "attn", "ff" or empty
    std::vector<std::string> sites;  ///< routing-site labels in execution order, without cross_kv duplicates
    std::int64_t bytes = 0;
    int recommendedSteps = 20;
    double recommendedGuidance = 7.0;
    SamplerKind recommendedSampler = SamplerKind::Dpmpp2m;
    ScheduleKind recommendedSchedule = ScheduleKind::Normal;
    int nativeSize = 512;
};

/// The façade for app and ui: requests in, events out, torch-free. One engine serves one thread at a time (the
/// inference thread); cancel tokens may be used from any thread. Keeps the last model loaded, so that the next render
/// is quick. Nothing of LibTorch runs before the first call.
class RenderEngine {
public:
    RenderEngine();
    ~RenderEngine();
    RenderEngine(const RenderEngine&) = delete;
    RenderEngine& operator=(const RenderEngine&) = delete;

    /// Never throws: errors come back as a Failure.
    RenderReport render(const RenderRequest& request, const RenderEvents& events, const CancelToken& cancel);
    /// Prepares an unsaved mixture for rendering: opens the files and measures the gates that are not known yet.
    /// Weights that are loaded already stay when only gates or k have changed. Throws Error or Cancelled.
    BuildReport build(const BuildRequest& request, const ProgressSink& progress, const CancelToken& cancel);
    /// Builds when needed, then asks the gates. Throws Error or Cancelled.
    Prediction predict(const BuildRequest& request, const std::string& prompt, const ProgressSink& progress,
                       const CancelToken& cancel);
    /// Streams a mixture to disk with the gates of build(), then its preview picture where one is wanted: what goes
    /// wrong with that, or a cancel then, is said in the report and leaves the mixture. Throws Error or Cancelled.
    MixReport saveMixture(const SaveMixtureRequest& request, const ProgressSink& progress, const CancelToken& cancel);
    /// Headers only. Throws Error.
    ModelSummary summarize(const std::string& model);
    /// Of the request's model with the VAE, donor, LoRAs and embeddings it names.
    ModelSummary summarize(const RenderRequest& request);
    ModelSummary summarize(const MixRecipe& recipe);
    /// Headers only. Throws Error.
    MemoryForecast forecast(const RenderRequest& request);
    /// What is in memory between jobs: no model, or the last one.
    std::vector<ResidentModel> resident() const;
    /// Frees the loaded model, or only when it is still this one (ResidentModel::id).
    void unload();
    void unload(std::uint64_t model);
    /// Threads of the compute pool; 0 = as many as physical cores. Takes effect for the whole process.
    static void setThreads(int threads);
    /// How much of the machine's memory to plan with, in per cent: forecasts, and how many experts stay loaded. Of the
    /// whole process.
    static void setMemoryPercent(int percent);

private:
    SavedPreview makePreview(const SaveMixtureRequest& request, const ProgressSink& progress,
                             const CancelToken& cancel);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// "cpu", and "cuda:0"… where LibTorch sees one that works.
std::vector<std::string> availableDevices();

}  // namespace segmoe
