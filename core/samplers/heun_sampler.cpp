// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/heun_sampler.h"

#include <ATen/ATen.h>

namespace segmoe::samplers {

namespace {

/// Evaluations at σ₀, σ₁, σ₁, σ₂, σ₂…: the end of a step, then the start of the next.
SamplerPlan heunPlan(const SigmaGrid& grid, const SchedulerConfig& resolved) {
    SamplerPlan plan;
    plan.steps = static_cast<int>(grid.timesteps.size());
    plan.initNoiseSigma = initNoiseSigma(grid, resolved);
    for (int step = 0; step < plan.steps; ++step) {
        const double timestep = grid.timesteps[static_cast<std::size_t>(step)];
        if (step > 0) {
            plan.timesteps.push_back(timestep);
            plan.stepOf.push_back(step - 1);
        }
        plan.timesteps.push_back(timestep);
        plan.stepOf.push_back(step);
    }
    return plan;
}

std::vector<double> evaluatedSigmas(const SigmaGrid& grid) {
    std::vector<double> sigmas;
    for (std::size_t step = 0; step < grid.timesteps.size(); ++step)
        sigmas.insert(sigmas.end(), step > 0 ? 2 : 1, grid.sigmas[step]);
    return sigmas;
}

}  // namespace

HeunSampler::HeunSampler(const SchedulerConfig& resolved, const SigmaGrid& grid)
    : SigmaSampler(heunPlan(grid, resolved), resolved.predictionType, evaluatedSigmas(grid)), m_sigmas(grid.sigmas) {}

at::Tensor HeunSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& /*noise*/) {
    const auto step = static_cast<std::size_t>(stepOf(evaluation));
    const double width = m_sigmas[step + 1] - m_sigmas[step];
    const at::Tensor slope = (latents - predict(modelOutput, evaluation, latents)) / sigmaOf(evaluation);
    if (m_slope.defined()) {
        const at::Tensor next = m_start + (m_slope + slope) / 2 * width;
        m_slope.reset();
        m_start.reset();
        return next;
    }
    if (evaluation + 1 < evaluations()) {
        m_slope = slope;
        m_start = latents;
    }
    return latents + slope * width;
}

}  // namespace segmoe::samplers
