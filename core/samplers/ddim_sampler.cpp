// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/ddim_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/prediction.h"
#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

SamplerPlan planFor(const SchedulerConfig& resolved, int steps, double eta) {
    SamplerPlan plan = SamplerPlan::oneEach(
        wholeTimesteps({*resolved.timestepSpacing, resolved.trainSteps, steps, resolved.stepsOffset}));
    plan.noiseDraws = eta > 0 ? steps : 0;
    return plan;
}

}  // namespace

DdimSampler::DdimSampler(const SchedulerConfig& resolved, int steps, double eta)
    : Sampler(planFor(resolved, steps, eta)),
      m_schedule(resolved, TerminalSnr::Zero),
      m_type(resolved.predictionType),
      m_finalAlphaBar(*resolved.setAlphaToOne ? 1.0 : m_schedule.alphaBar(0)),
      m_stride(resolved.trainSteps / steps),
      m_eta(eta) {}

at::Tensor DdimSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& noise) {
    const int timestep = static_cast<int>(timesteps()[static_cast<std::size_t>(evaluation)]);
    // One stride back, which is not the next listed timestep for every spacing.
    const int previous = timestep - m_stride;
    const double alphaBar = m_schedule.alphaBar(timestep);
    const double alphaBarPrevious = previous >= 0 ? m_schedule.alphaBar(previous) : m_finalAlphaBar;
    const NoiseLevel level = NoiseLevel::ofAlphaBar(alphaBar);

    m_predictedOriginal = predictOriginal(m_type, modelOutput, latents, level);
    const at::Tensor epsilon = predictNoise(m_type, modelOutput, latents, level);
    const double variance = (1 - alphaBarPrevious) / (1 - alphaBar) * (1 - alphaBar / alphaBarPrevious);
    const double fresh = m_eta * std::sqrt(variance);
    at::Tensor next = std::sqrt(alphaBarPrevious) * m_predictedOriginal +
                      std::sqrt(std::max(1 - alphaBarPrevious - fresh * fresh, 0.0)) * epsilon;
    if (m_eta > 0) next = next + fresh * drawLike(noise, latents);
    return next;
}

}  // namespace segmoe::samplers
