// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/denoise.h"

#include <cmath>
#include <map>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/moe/routing_run.h"

namespace segmoe::pipeline {

namespace {

at::Tensor rows(const at::Tensor& one, std::int64_t count) {
    if (!one.defined()) return one;
    std::vector<std::int64_t> shape = one.sizes().vec();
    shape[0] = count;
    return one.expand(shape);
}

at::Tensor stacked(const at::Tensor& first, const at::Tensor& second) {
    return first.defined() ? at::cat({first, second}) : first;
}

/// Guidance scale as an LCM takes it: sinusoid of (g − 1) · 1000, sines first (diffusers get_guidance_scale_embedding).
at::Tensor guidanceEmbedding(double scale, std::int64_t width, std::int64_t count) {
    const std::int64_t half = width / 2;
    const at::Tensor frequencies =
        at::exp(at::arange(half, at::kFloat) * (-std::log(10000.0) / static_cast<double>(half - 1)));
    const at::Tensor angles = frequencies * ((scale - 1.0) * 1000.0);
    at::Tensor embedding = at::cat({at::sin(angles), at::cos(angles)});
    if (width % 2 == 1) embedding = at::constant_pad_nd(embedding, {0, 1});
    return embedding.unsqueeze(0).expand({count, width});
}

/// The conditioning of one UNet call: n rows of the negative half first, then n of the positive.
UnetInput unetInput(const DenoiseJob& job, const PromptStates* first, const PromptStates& last, std::int64_t images) {
    UnetInput input;
    input.context = rows(last.context, images);
    input.pooled = rows(last.pooled, images);
    if (first) {
        input.context = stacked(rows(first->context, images), input.context);
        input.pooled = stacked(rows(first->pooled, images), input.pooled);
    }
    input.timeIds = rows(job.timeIds, first ? 2 * images : images);
    const std::int64_t width = job.unet.config().timeCondProjDim;
    if (width > 0) input.guidance = guidanceEmbedding(job.guidance.scale, width, images);
    return input;
}

/// Predicts with guidance. Inputs are prepared once, because contexts are constant over a run.
class GuidedModel {
public:
    GuidedModel(const DenoiseJob& job, std::int64_t images)
        : m_job(job), m_images(images), m_active(job.guidance.isActive(job.unet.config())) {
        if (m_active && !job.negative)
            throw Error(ErrorCode::InternalError, "Guidance needs the states of a negative prompt.");
        if (!m_active || job.guidance.sequential) m_positive = unetInput(job, nullptr, job.positive, images);
        if (m_active && job.guidance.sequential) m_negative = unetInput(job, nullptr, *job.negative, images);
        if (m_active && !job.guidance.sequential) m_both = unetInput(job, job.negative, job.positive, images);
    }

    at::Tensor predict(const at::Tensor& latents, double timestep, nn::RunContext& run) {
        const at::Tensor sample = withExtraChannels(latents);
        run.images = static_cast<int>(m_images);
        if (!m_active) return call(m_positive, sample, timestep, 0, run);
        at::Tensor unconditional, conditional;
        if (m_job.guidance.sequential) {
            // Each half has a context of its own, hence kept keys and values of its own.
            run.crossKeyValues.swap(m_negativeKeyValues);
            unconditional = call(m_negative, sample, timestep, static_cast<int>(m_images), run);
            run.crossKeyValues.swap(m_negativeKeyValues);
            conditional = call(m_positive, sample, timestep, 0, run);
        } else {
            const at::Tensor both = call(m_both, at::cat({sample, sample}), timestep, static_cast<int>(m_images), run);
            unconditional = both.narrow(0, 0, m_images);
            conditional = both.narrow(0, m_images, m_images);
        }
        return combine(unconditional, conditional);
    }

private:
    at::Tensor withExtraChannels(const at::Tensor& latents) const {
        if (!m_job.extraChannels.defined()) return latents;
        return at::cat({latents, rows(m_job.extraChannels, latents.size(0))}, 1);
    }

    at::Tensor call(UnetInput& input, const at::Tensor& sample, double timestep, int uncondRows,
                    nn::RunContext& run) const {
        input.sample = sample;
        input.timestep = timestep;
        run.uncondRows = uncondRows;
        return m_job.unet.forward(input, run);
    }

    at::Tensor combine(const at::Tensor& unconditional, const at::Tensor& conditional) const {
        const at::Tensor guided = unconditional + m_job.guidance.scale * (conditional - unconditional);
        if (m_job.guidance.rescale <= 0.0) return guided;
        const auto deviation = [](const at::Tensor& x) {
            return x.std({1, 2, 3}, /*unbiased=*/true, /*keepdim=*/true);
        };
        const at::Tensor rescaled = guided * (deviation(conditional) / deviation(guided));
        return m_job.guidance.rescale * rescaled + (1.0 - m_job.guidance.rescale) * guided;
    }

    const DenoiseJob& m_job;
    std::int64_t m_images;
    bool m_active;
    UnetInput m_positive, m_negative, m_both;
    std::map<const void*, std::vector<at::Tensor>> m_negativeKeyValues;
};

}  // namespace

at::Tensor denoise(const DenoiseJob& job, samplers::Sampler& sampler, samplers::NoiseSource& noise, at::Tensor latents,
                   nn::RunContext& run, const StepDone& stepDone) {
    GuidedModel model(job, latents.size(0));
    run.steps = sampler.steps();
    for (int evaluation = sampler.nextEvaluation(); evaluation < sampler.evaluations(); ++evaluation) {
        run.cancel.check();
        run.step = sampler.stepOf(evaluation);
        const double timestep = sampler.timesteps()[static_cast<std::size_t>(evaluation)];
        if (run.routing) run.routing->beginStep(run.step, timestep);
        const at::Tensor prediction = model.predict(sampler.scaleModelInput(latents, evaluation), timestep, run);
        latents = sampler.step(prediction, evaluation, latents, noise);

        const bool endsStep = evaluation + 1 == sampler.evaluations() || sampler.stepOf(evaluation + 1) != run.step;
        if (endsStep && job.afterStep) latents = job.afterStep(run.step + 1, latents);
        if (run.routing && endsStep) run.routing->endStep();
        if (stepDone && endsStep) stepDone(run.step, latents, sampler.predictedOriginal());
    }
    if (!at::isfinite(latents).all().item<bool>())
        throw Error(ErrorCode::RenderNotFinite,
                    "The picture came out as not-a-number while sampling. Render with --dtype fp32 or bf16, or lower "
                    "the guidance scale.");
    return latents;
}

}  // namespace segmoe::pipeline
