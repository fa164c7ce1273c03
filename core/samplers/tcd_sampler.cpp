// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/tcd_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/consistency_grid.h"

namespace segmoe::samplers {

namespace {

SamplerPlan tcdPlan(const SchedulerConfig& resolved, int steps, double eta) {
    SamplerPlan plan = SamplerPlan::oneEach(consistencyTimesteps(resolved, steps));
    plan.noiseDraws = eta > 0 ? steps - 1 : 0;
    return plan;
}

}  // namespace

TcdSampler::TcdSampler(const SchedulerConfig& resolved, int steps, double eta)
    : TableSampler(tcdPlan(resolved, steps, eta), resolved), m_eta(eta) {}

at::Tensor TcdSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& noise) {
    const int next = isLast(evaluation) ? 0 : timestepOf(evaluation + 1);
    // In fp32, as there: a product that is whole in one precision can fall below in the other.
    const int lowest = static_cast<int>(std::floor(static_cast<float>(1 - m_eta) * static_cast<float>(next)));
    const NoiseLevel from = levelAt(timestepOf(evaluation));
    const NoiseLevel low = levelAt(lowest);

    m_predictedOriginal = predictOriginal(predictionType(), modelOutput, latents, from);
    const at::Tensor lowered =
        low.signal * m_predictedOriginal + low.noise * predictNoise(predictionType(), modelOutput, latents, from);
    if (isLast(evaluation) || m_eta == 0.0) return lowered;
    const double kept = alphaBar(next) / alphaBar(lowest);
    return std::sqrt(kept) * lowered + std::sqrt(1 - kept) * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
