// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/gate_measurement.h"

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/models/unet.h"
#include "core/moe/input_capture.h"
#include "core/samplers/sampler_factory.h"

namespace segmoe::moe {

namespace {

constexpr int kCompatSteps = 25;  ///< num_inference_steps of the reference's get_hidden_states

/// One expert's network, wired for measuring.
struct MeasuredUnet {
    std::shared_ptr<InputCapture> capture = std::make_shared<InputCapture>();
    std::unique_ptr<const Unet> unet;

    MeasuredUnet(const GateRequest& request, const GateExpert& expert, const CancelToken& cancel) {
        WeightLoader loader(expert.unet, request.placement, cancel);
        loader.ignore("position_ids");
        CapturingLayerFactory layers(capture);
        unet = std::make_unique<const Unet>(request.config, loader, layers);
        loader.finish();
    }
};

/// The prompt of one run: the positive row alone, or both halves for guidance.
class Conditioning {
public:
    Conditioning(const GateRequest& request, const ExpertConditioning& prompt, bool isGuided) : m_isGuided(isGuided) {
        m_scale = request.guidanceScale > 0.0 ? request.guidanceScale : request.config.textTime ? 5.0 : 7.5;
        m_input.context = both(prompt.negativeContext, prompt.context);
        if (!request.config.textTime) return;
        m_input.pooled = both(prompt.negativePooled, prompt.pooled);
        m_input.timeIds = both(prompt.timeIds, prompt.timeIds);
    }

    /// The guided prediction for latents [1, 4, h, w].
    at::Tensor predict(const Unet& unet, const at::Tensor& latents, double timestep, nn::RunContext& run) const {
        UnetInput input = m_input;
        input.timestep = timestep;
        input.sample = m_isGuided ? at::cat({latents, latents}) : latents;
        const std::int64_t missing = unet.config().inChannels - input.sample.size(1);
        if (missing > 0) {  // inpaint and pix2pix networks get an empty picture beside the latents
            std::vector<std::int64_t> shape = input.sample.sizes().vec();
            shape[1] = missing;
            input.sample = at::cat({input.sample, at::zeros(shape, input.sample.options())}, 1);
        }
        const at::Tensor output = unet.forward(input, run);
        if (!m_isGuided) return output;
        const at::Tensor negative = output.narrow(0, 0, 1);
        return negative + m_scale * (output.narrow(0, 1, 1) - negative);
    }

private:
    at::Tensor both(const at::Tensor& negative, const at::Tensor& positive) const {
        if (!positive.defined() || (m_isGuided && !negative.defined()))
            throw Error(ErrorCode::GateFailed, "An expert's gate prompt was not encoded completely.");
        return m_isGuided ? at::cat({negative, positive}) : positive;
    }

    bool m_isGuided;
    double m_scale;
    UnetInput m_input;
};

bool isGuided(const GateRequest& request) {
    return (request.method == GateMethod::HiddenCompat || request.useGuidance) && request.config.timeCondProjDim == 0;
}

/// Draws the prompt up to the evaluation to be measured and measures it.
InputMeans measurePrompt(const GateRequest& request, const MeasuredUnet& network, const ExpertConditioning& prompt,
                         const std::function<void()>& onEvaluation, const CancelToken& cancel) {
    const Conditioning conditioning(request, prompt, isGuided(request));
    const bool isCompat = request.method == GateMethod::HiddenCompat;
    const int solverSteps = isCompat ? kCompatSteps : request.steps - 1;
    samplers::SeededNoise noise(static_cast<std::int64_t>(request.seed), 0, 1);
    const int height = request.latentHeight > 0 ? request.latentHeight : request.config.sampleSize;
    const int width = request.latentWidth > 0 ? request.latentWidth : request.config.sampleSize;
    at::Tensor latents = noise.next({1, 4, height, width}).to(request.placement.device);

    nn::RunContext run;
    run.cancel = cancel;
    run.uncondRows = isGuided(request) ? 1 : 0;
    network.capture->means.clear();
    const auto evaluate = [&](const at::Tensor& x, double timestep, bool isMeasured) {
        network.capture->isArmed = isMeasured;
        at::Tensor output = conditioning.predict(*network.unet, x, timestep, run);
        network.capture->isArmed = false;
        onEvaluation();
        return output;
    };
    if (solverSteps == 0) {
        evaluate(latents, request.scheduler.trainSteps - 1, true);
        return network.capture->means;
    }
    const auto sampler =
        isCompat ? samplers::makeSampler(SamplerKind::Ddpm, ScheduleKind::Normal, request.scheduler, solverSteps)
                 : samplers::makeSampler(SamplerKind::Dpmpp2m, ScheduleKind::Trailing, request.scheduler, solverSteps);
    latents = latents * sampler->initNoiseSigma();
    for (int i = 0; i < sampler->evaluations(); ++i) {
        const bool isLast = isCompat && i + 1 == sampler->evaluations();
        const at::Tensor output =
            evaluate(sampler->scaleModelInput(latents, i), sampler->timesteps()[static_cast<std::size_t>(i)], isLast);
        if (!isLast) latents = sampler->step(output, i, latents, noise);
    }
    if (!isCompat) evaluate(latents, request.scheduler.stepsOffset, true);
    return network.capture->means;
}

}  // namespace

int evaluationsPerPrompt(const GateRequest& request) {
    return request.method == GateMethod::HiddenCompat ? kCompatSteps : request.steps;
}

std::vector<InputMeans> measureExpert(const GateRequest& request, const GateExpert& expert,
                                      const std::function<void()>& onEvaluation, const CancelToken& cancel) {
    const MeasuredUnet network(request, expert, cancel);
    std::vector<InputMeans> means;
    for (const ExpertConditioning& prompt : expert.prompts)
        if (!prompt.known) means.push_back(measurePrompt(request, network, prompt, onEvaluation, cancel));
    return means;
}

}  // namespace segmoe::moe
