// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/euler_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

namespace segmoe::samplers {

namespace {

SamplerPlan noisyPlan(const SigmaGrid& grid, const SchedulerConfig& resolved) {
    SamplerPlan plan = planOfGrid(grid, resolved);
    plan.noiseDraws = plan.steps;
    return plan;
}

}  // namespace

EulerSampler::EulerSampler(const SchedulerConfig& resolved, const SigmaGrid& grid)
    : SigmaSampler(planOfGrid(grid, resolved), resolved.predictionType, startSigmas(grid)), m_sigmas(grid.sigmas) {}

at::Tensor EulerSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                 NoiseSource& /*noise*/) {
    const double sigma = sigmaOf(evaluation);
    const at::Tensor slope = (latents - predict(modelOutput, evaluation, latents)) / sigma;
    return latents + slope * (m_sigmas[static_cast<std::size_t>(evaluation) + 1] - sigma);
}

AncestralSplit::AncestralSplit(double from, double to)
    : up(std::min(to, std::sqrt(to * to * (from * from - to * to) / (from * from)))) {
    down = std::sqrt(std::max(to * to - up * up, 0.0));
}

EulerAncestralSampler::EulerAncestralSampler(const SchedulerConfig& resolved, const SigmaGrid& grid)
    : SigmaSampler(noisyPlan(grid, resolved), resolved.predictionType, startSigmas(grid)), m_sigmas(grid.sigmas) {}

at::Tensor EulerAncestralSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                          NoiseSource& noise) {
    const double sigma = sigmaOf(evaluation);
    const AncestralSplit split(sigma, m_sigmas[static_cast<std::size_t>(evaluation) + 1]);
    const at::Tensor slope = (latents - predict(modelOutput, evaluation, latents)) / sigma;
    return latents + slope * (split.down - sigma) + split.up * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
