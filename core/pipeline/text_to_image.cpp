// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/text_to_image.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "core/moe/mixture_layout.h"
#include "core/moe/routing_detail_recorder.h"
#include "core/moe/routing_run.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/denoise.h"
#include "core/pipeline/generation_record.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/render_progress.h"
#include "core/pipeline/start_latents.h"
#include "core/pipeline/start_state.h"
#include "core/samplers/sampler_factory.h"

namespace segmoe::pipeline {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// What all pictures of a request share.
class Run {
public:
    Run(LoadedModel& model, const RenderRequest& request, const TextToImageEvents& events, const CancelToken& cancel)
        : m_model(model),
          m_request(request),
          m_events(events),
          m_cancel(cancel),
          m_progress(events.progress, request.images, request.steps - skippedSteps(request, request.steps)) {}

    void all(RenderResult& result) {
        load(result);
        for (int first = 0; first < m_request.images; first += m_request.imagesAtOnce)
            pictures(first, std::min(m_request.imagesAtOnce, m_request.images - first), result);
        if (!m_request.saveLatentsFile.empty()) writeLatents(at::cat(m_finalLatents), m_request.saveLatentsFile);
        m_progress.stage(Stage::Done);
    }

private:
    void load(RenderResult& result) {
        const auto start = Clock::now();
        m_progress.stage(Stage::Loading);
        if (m_request.start) m_start.emplace(*m_request.start, m_request.width, m_request.height);
        const PromptEncoder& encoder = m_model.promptEncoder(m_cancel, m_progress.sink());
        m_unet = &m_model.unet(m_cancel, m_progress.sink());
        m_vae = &m_model.vae(m_cancel, m_progress.sink());
        if (m_events.preview && m_request.previewEvery > 0) m_preview = &m_model.preview(m_cancel, m_progress.sink());
        result.loadSeconds = secondsSince(start);

        m_progress.stage(Stage::EncodingPrompt);
        m_prompts = encoder.encode(m_request.prompt, m_request.negative,
                                   {m_request.clipSkip, m_request.weightRule, m_request.compat});
        m_height = m_request.height / m_vae->config().scale();
        m_width = m_request.width / m_vae->config().scale();
        if (!m_request.latentsFile.empty())
            m_given = readGivenLatents(m_request.latentsFile, m_request.images, m_vae->config().latentChannels,
                                       m_height, m_width);
        if (m_unet->config().textTime) {
            const float height = static_cast<float>(m_request.height), width = static_cast<float>(m_request.width);
            m_timeIds = at::tensor({height, width, 0.0F, 0.0F, height, width})
                            .unsqueeze(0);  // original size, crop, target size
        }
    }

    void pictures(int first, int count, RenderResult& result) {
        const auto sampler =
            samplers::makeSampler(m_request.sampler, m_request.schedule, m_model.files().scheduler, m_request.steps);
        RunNoise noise = runNoise(m_request, m_given, first, count, m_vae->config().latentChannels, m_height, m_width,
                                  usesStartLatents(m_request, m_unet->config()));
        const StartState start = startState(m_request, m_start, noise, *m_vae, m_unet->config(), *sampler,
                                            m_unet->placement().device, m_cancel);
        const int steps = sampler->steps() - start.firstStep,
                  evaluations = sampler->evaluations() - sampler->nextEvaluation();

        nn::RunContext context;
        context.cancel = m_cancel;
        context.keepCrossKeyValues = true;
        std::optional<moe::RoutingRun> routing = makeRouting(first);
        std::optional<moe::RoutingDetailRecorder> recorder = makeRecorder(routing, count, steps);
        if (routing) {
            if (recorder) routing->record(&*recorder);
            context.routing = &*routing;
            context.keepCrossKeyValues = routing->areCrossKeyValuesConstant();
        }
        DenoiseJob job{*m_unet,
                       m_prompts.positive,
                       &m_prompts.negative,
                       m_timeIds,
                       {m_request.guidanceScale, m_request.guidanceRescale, m_request.sequentialGuidance},
                       start.extraChannels};
        if (start.mask.defined())
            job.afterStep = [&](int step, const at::Tensor& latents) {
                return start.keepOutside(*sampler, step, latents);
            };
        m_progress.step(first, 0);
        const at::Tensor latents = denoise(job, *sampler, *noise.steps, start.latents, context,
                                           [&](int step, const at::Tensor&, const at::Tensor& x0) {
                                               m_progress.step(first, step - start.firstStep + 1);
                                               showPreview(first, step - start.firstStep, steps, x0);
                                           });
        m_finalLatents.push_back(latents.to(at::kCPU));
        result.unetCalls += evaluations;
        if (m_model.expertCache()) result.expertBytesResident = m_model.expertCache()->statistics().peakBytes;
        for (int i = 0; i < count; ++i)
            finish(first + i, latents.narrow(0, i, 1), routing ? routing->trace() : RoutingTrace{},
                   recorder ? recorder->take(i) : nullptr, result);
    }

    std::optional<moe::RoutingRun> makeRouting(int image) {
        if (!m_model.routingTable()) return std::nullopt;
        moe::RoutingRun routing(m_model.routingTable(), m_request.routing, m_request.steps,
                                m_model.files().mixture->experts);
        if (m_events.routing)
            routing.onStep([this, image, step = 0](const RoutingTrace& record) mutable {
                const int steps = m_request.steps - skippedSteps(m_request, m_request.steps);
                m_events.routing({image, step++, steps, record});
            });
        return routing;
    }

    std::optional<moe::RoutingDetailRecorder> makeRecorder(const std::optional<moe::RoutingRun>& routing, int images,
                                                           int steps) {
        if (!routing || m_request.capture == CaptureLevel::Off) return std::nullopt;
        moe::DetailSetup setup;
        setup.level = m_request.capture;
        setup.steps = steps;
        setup.images = images;
        setup.latentHeight = static_cast<int>(m_height);
        setup.latentWidth = static_cast<int>(m_width);
        setup.imageHeight = m_request.height;
        setup.imageWidth = m_request.width;
        setup.maxK = routing->maxK();
        setup.tokens = m_prompts.positiveTokens;
        setup.negativeTokens = m_prompts.negativeTokens;
        setup.allBlocks = moe::transformerBlockLabels(*m_model.files().unet);
        return std::optional<moe::RoutingDetailRecorder>(std::in_place, *m_model.routingTable(), std::move(setup));
    }

    void showPreview(int image, int step, int steps, const at::Tensor& x0) {
        if (!m_preview || !x0.defined() || (step + 1) % m_request.previewEvery != 0) return;
        m_events.preview({image, step, steps, m_preview->render(x0[0])});
    }

    void finish(int image, const at::Tensor& latents, RoutingTrace trace, std::shared_ptr<const RoutingDetail> detail,
                RenderResult& result) {
        m_progress.stage(Stage::Decoding, image);
        const at::Tensor unscaled = m_vae->unscaleLatents(latents);
        const bool tiled = useTiledDecode(m_request, *m_vae, m_model.placement());
        const at::Tensor decoded =
            tiled ? m_vae->decodeTiled(unscaled, kVaeTileLatents, m_cancel,
                                       [&](const Progress& p) { m_progress.decodeTile(image, p.step, p.total); })
                  : m_vae->decode(unscaled, m_cancel);
        if (!at::isfinite(decoded).all().item<bool>())
            throw Error(ErrorCode::RenderNotFinite,
                        "The picture came out as not-a-number while decoding. Render with --dtype fp32 or bf16.");
        RenderedImage rendered;
        rendered.picture = toPicture(decoded[0]);
        if (m_start) rendered.picture = m_start->compose(rendered.picture);
        rendered.seed = m_request.seed + image;
        if (m_request.recordTrace) rendered.trace = std::move(trace);
        rendered.detail = std::move(detail);
        describeGeneration(rendered, image, m_request, m_model.files(), m_model.placement());
        result.images.push_back(std::move(rendered));
        if (m_events.imageDone) m_events.imageDone(image, result.images.back());
    }

    LoadedModel& m_model;
    const RenderRequest& m_request;
    const TextToImageEvents& m_events;
    const CancelToken& m_cancel;
    RenderProgress m_progress;
    const Unet* m_unet = nullptr;
    const Vae* m_vae = nullptr;
    const LatentPreview* m_preview = nullptr;
    PromptEncoder::Pair m_prompts;
    std::optional<GivenLatents> m_given;
    std::optional<StartPicture> m_start;
    at::Tensor m_timeIds;
    std::int64_t m_height = 0;
    std::int64_t m_width = 0;
    std::vector<at::Tensor> m_finalLatents;
};

}  // namespace

void textToImage(LoadedModel& model, const RenderRequest& request, const TextToImageEvents& events,
                 const CancelToken& cancel, RenderResult& result) {
    const c10::InferenceMode noGradients;
    const auto start = Clock::now();
    result.device = deviceName(model.placement());
    result.precision = precisionText(model.placement());
    result.notices.insert(result.notices.end(), model.files().notices.begin(), model.files().notices.end());
    if (request.sequentialGuidance && model.files().mixture)
        result.notices.emplace_back(
            "The guidance halves ran one after the other, so each half chose its experts by itself.");
    Run(model, request, events, cancel).all(result);
    result.seconds = secondsSince(start);
}

}  // namespace segmoe::pipeline
