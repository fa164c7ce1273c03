// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/ddpm_sampler.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/prediction.h"
#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

SamplerPlan planFor(const SchedulerConfig& resolved, int steps) {
    SamplerPlan plan = SamplerPlan::oneEach(
        wholeTimesteps({*resolved.timestepSpacing, resolved.trainSteps, steps, resolved.stepsOffset}));
    plan.noiseDraws = static_cast<int>(
        std::count_if(plan.timesteps.begin(), plan.timesteps.end(), [](double timestep) { return timestep > 0; }));
    return plan;
}

}  // namespace

DdpmSampler::DdpmSampler(const SchedulerConfig& resolved, int steps)
    : Sampler(planFor(resolved, steps)),
      m_schedule(resolved, TerminalSnr::Zero),
      m_type(resolved.predictionType),
      m_largeVariance(resolved.largeVariance) {}

at::Tensor DdpmSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& noise) {
    const auto timestepOf = [&](int index) { return static_cast<int>(timesteps()[static_cast<std::size_t>(index)]); };
    const int timestep = timestepOf(evaluation);
    const bool last = evaluation + 1 == evaluations();
    const double alphaBar = m_schedule.alphaBar(timestep);
    const double alphaBarPrevious = last ? 1.0 : m_schedule.alphaBar(timestepOf(evaluation + 1));
    const double alpha = alphaBar / alphaBarPrevious;
    const double beta = 1 - alpha;

    m_predictedOriginal = predictOriginal(m_type, modelOutput, latents, NoiseLevel::ofAlphaBar(alphaBar));
    const at::Tensor mean = std::sqrt(alphaBarPrevious) * beta / (1 - alphaBar) * m_predictedOriginal +
                            std::sqrt(alpha) * (1 - alphaBarPrevious) / (1 - alphaBar) * latents;
    if (timestep == 0) return mean;
    const double posterior = std::max((1 - alphaBarPrevious) / (1 - alphaBar) * beta, 1e-20);
    return mean + std::sqrt(m_largeVariance ? beta : posterior) * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
