// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/lcm_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/consistency_grid.h"
#include "core/samplers/prediction.h"

namespace segmoe::samplers {

namespace {

SamplerPlan planFor(const SchedulerConfig& resolved, int steps) {
    SamplerPlan plan = SamplerPlan::oneEach(consistencyTimesteps(resolved, steps));
    plan.noiseDraws = steps - 1;
    return plan;
}

}  // namespace

LcmSampler::LcmSampler(const SchedulerConfig& resolved, int steps)
    : Sampler(planFor(resolved, steps)),
      m_schedule(resolved, TerminalSnr::Zero),
      m_type(resolved.predictionType),
      m_timestepScaling(resolved.timestepScaling) {}

at::Tensor LcmSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& noise) {
    constexpr double kSigmaData = 0.5;
    const double timestep = timesteps()[static_cast<std::size_t>(evaluation)];
    const NoiseLevel level = NoiseLevel::ofAlphaBar(m_schedule.alphaBar(static_cast<int>(timestep)));
    const double scaled = timestep * m_timestepScaling;
    const double norm = scaled * scaled + kSigmaData * kSigmaData;
    const at::Tensor original = predictOriginal(m_type, modelOutput, latents, level);
    m_predictedOriginal = scaled / std::sqrt(norm) * original + kSigmaData * kSigmaData / norm * latents;
    if (evaluation + 1 == evaluations()) return m_predictedOriginal;
    const int next = static_cast<int>(timesteps()[static_cast<std::size_t>(evaluation) + 1]);
    const NoiseLevel to = NoiseLevel::ofAlphaBar(m_schedule.alphaBar(next));
    return to.signal * m_predictedOriginal + to.noise * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
