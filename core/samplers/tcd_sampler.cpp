// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/tcd_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/consistency_grid.h"
#include "core/samplers/prediction.h"

namespace segmoe::samplers {

namespace {

SamplerPlan planFor(const SchedulerConfig& resolved, int steps, double eta) {
    SamplerPlan plan = SamplerPlan::oneEach(consistencyTimesteps(resolved, steps));
    plan.noiseDraws = eta > 0 ? steps - 1 : 0;
    return plan;
}

}  // namespace

TcdSampler::TcdSampler(const SchedulerConfig& resolved, int steps, double eta)
    : Sampler(planFor(resolved, steps, eta)),
      m_schedule(resolved, TerminalSnr::Zero),
      m_type(resolved.predictionType),
      m_eta(eta) {}

at::Tensor TcdSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& noise) {
    const bool last = evaluation + 1 == evaluations();
    const int timestep = static_cast<int>(timesteps()[static_cast<std::size_t>(evaluation)]);
    const int next = last ? 0 : static_cast<int>(timesteps()[static_cast<std::size_t>(evaluation) + 1]);
    // In fp32, as there: a product that is whole in one precision can fall below in the other.
    const int lowest = static_cast<int>(std::floor(static_cast<float>(1 - m_eta) * static_cast<float>(next)));
    const NoiseLevel from = NoiseLevel::ofAlphaBar(m_schedule.alphaBar(timestep));
    const NoiseLevel low = NoiseLevel::ofAlphaBar(m_schedule.alphaBar(lowest));

    m_predictedOriginal = predictOriginal(m_type, modelOutput, latents, from);
    const at::Tensor lowered =
        low.signal * m_predictedOriginal + low.noise * predictNoise(m_type, modelOutput, latents, from);
    if (last || m_eta == 0.0) return lowered;
    const double kept = m_schedule.alphaBar(next) / m_schedule.alphaBar(lowest);
    return std::sqrt(kept) * lowered + std::sqrt(1 - kept) * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
