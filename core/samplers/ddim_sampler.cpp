// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/ddim_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

SamplerPlan ddimPlan(const SchedulerConfig& resolved, int steps, double eta) {
    SamplerPlan plan = SamplerPlan::oneEach(
        wholeTimesteps({*resolved.timestepSpacing, resolved.trainSteps, steps, resolved.stepsOffset}));
    plan.noiseDraws = eta > 0 ? steps : 0;
    return plan;
}

}  // namespace

DdimSampler::DdimSampler(const SchedulerConfig& resolved, int steps, double eta)
    : TableSampler(ddimPlan(resolved, steps, eta), resolved), m_stride(resolved.trainSteps / steps), m_eta(eta) {}

at::Tensor DdimSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& noise) {
    const int timestep = timestepOf(evaluation);
    const NoiseLevel level = levelAt(timestep);
    m_predictedOriginal = predictOriginal(predictionType(), modelOutput, latents, level);
    const at::Tensor epsilon = predictNoise(predictionType(), modelOutput, latents, level);

    // One stride back, which is not the next listed timestep for every spacing.
    const double alphaBarPrevious = alphaBarOrFinal(timestep - m_stride);
    const double variance =
        (1 - alphaBarPrevious) / (1 - alphaBar(timestep)) * (1 - alphaBar(timestep) / alphaBarPrevious);
    const double fresh = m_eta * std::sqrt(variance);
    at::Tensor next = std::sqrt(alphaBarPrevious) * m_predictedOriginal +
                      std::sqrt(std::max(1 - alphaBarPrevious - fresh * fresh, 0.0)) * epsilon;
    if (m_eta > 0) next = next + fresh * drawLike(noise, latents);
    return next;
}

}  // namespace segmoe::samplers
