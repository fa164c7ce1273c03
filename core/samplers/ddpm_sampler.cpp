// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/ddpm_sampler.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

SamplerPlan ddpmPlan(const SchedulerConfig& resolved, int steps) {
    SamplerPlan plan = SamplerPlan::oneEach(
        wholeTimesteps({*resolved.timestepSpacing, resolved.trainSteps, steps, resolved.stepsOffset}));
    plan.noiseDraws = static_cast<int>(
        std::count_if(plan.timesteps.begin(), plan.timesteps.end(), [](double timestep) { return timestep > 0; }));
    return plan;
}

}  // namespace

DdpmSampler::DdpmSampler(const SchedulerConfig& resolved, int steps)
    : TableSampler(ddpmPlan(resolved, steps), resolved), m_largeVariance(resolved.largeVariance) {}

at::Tensor DdpmSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& noise) {
    const int timestep = timestepOf(evaluation);
    m_predictedOriginal = predictOriginal(predictionType(), modelOutput, latents, levelAt(timestep));

    const double alphaBarPrevious = isLast(evaluation) ? 1.0 : alphaBar(timestepOf(evaluation + 1));
    const double alpha = alphaBar(timestep) / alphaBarPrevious;
    const double beta = 1 - alpha;
    const double variance = 1 - alphaBar(timestep);
    const at::Tensor mean = std::sqrt(alphaBarPrevious) * beta / variance * m_predictedOriginal +
                            std::sqrt(alpha) * (1 - alphaBarPrevious) / variance * latents;
    if (timestep == 0) return mean;
    const double posterior = std::max((1 - alphaBarPrevious) / variance * beta, 1e-20);
    return mean + std::sqrt(m_largeVariance ? beta : posterior) * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
