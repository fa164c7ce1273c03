// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/lcm_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/consistency_grid.h"

namespace segmoe::samplers {

namespace {

SamplerPlan lcmPlan(const SchedulerConfig& resolved, int steps) {
    SamplerPlan plan = SamplerPlan::oneEach(consistencyTimesteps(resolved, steps));
    plan.noiseDraws = steps - 1;
    return plan;
}

}  // namespace

LcmSampler::LcmSampler(const SchedulerConfig& resolved, int steps)
    : TableSampler(lcmPlan(resolved, steps), resolved), m_timestepScaling(resolved.timestepScaling) {}

at::Tensor LcmSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& noise) {
    constexpr double kSigmaData = 0.5;
    const int timestep = timestepOf(evaluation);
    const double scaled = timestep * m_timestepScaling;
    const double norm = scaled * scaled + kSigmaData * kSigmaData;
    const at::Tensor original = predictOriginal(predictionType(), modelOutput, latents, levelAt(timestep));
    m_predictedOriginal = scaled / std::sqrt(norm) * original + kSigmaData * kSigmaData / norm * latents;
    if (isLast(evaluation)) return m_predictedOriginal;
    const NoiseLevel to = levelAt(timestepOf(evaluation + 1));
    return to.signal * m_predictedOriginal + to.noise * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
