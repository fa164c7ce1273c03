// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/dpmpp_sde_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/euler_sampler.h"

namespace segmoe::samplers {

namespace {

double midpoint(const SigmaGrid& grid, std::size_t step) {
    return std::sqrt(grid.sigmas[step] * grid.sigmas[step + 1]);
}

bool hasMidpoint(const SigmaGrid& grid, std::size_t step) { return grid.sigmas[step + 1] > 0; }

SamplerPlan sdePlan(const NoiseSchedule& schedule, const SchedulerConfig& resolved, const SigmaGrid& grid) {
    SamplerPlan plan;
    plan.steps = static_cast<int>(grid.timesteps.size());
    plan.initNoiseSigma = initNoiseSigma(grid, resolved);
    for (std::size_t step = 0; step < grid.timesteps.size(); ++step) {
        plan.timesteps.push_back(grid.timesteps[step]);
        plan.stepOf.push_back(static_cast<int>(step));
        if (!hasMidpoint(grid, step)) continue;
        plan.timesteps.push_back(schedule.timestepAt(midpoint(grid, step)));
        plan.stepOf.push_back(static_cast<int>(step));
        plan.noiseDraws += 2;
    }
    return plan;
}

std::vector<double> evaluatedSigmas(const SigmaGrid& grid) {
    std::vector<double> sigmas;
    for (std::size_t step = 0; step < grid.timesteps.size(); ++step) {
        sigmas.push_back(grid.sigmas[step]);
        if (hasMidpoint(grid, step)) sigmas.push_back(midpoint(grid, step));
    }
    return sigmas;
}

}  // namespace

DpmppSdeSampler::DpmppSdeSampler(const NoiseSchedule& schedule, const SchedulerConfig& resolved, const SigmaGrid& grid)
    : SigmaSampler(sdePlan(schedule, resolved, grid), resolved.predictionType, evaluatedSigmas(grid)),
      m_sigmas(grid.sigmas) {}

at::Tensor DpmppSdeSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                    NoiseSource& noise) {
    const auto step = static_cast<std::size_t>(stepOf(evaluation));
    const double from = m_sigmas[step];
    const double end = m_sigmas[step + 1];
    const at::Tensor original = predict(modelOutput, evaluation, latents);
    if (end == 0.0) return original;

    const bool half = !m_start.defined();
    const AncestralSplit split(from, half ? sigmaOf(evaluation + 1) : end);
    const at::Tensor start = half ? latents : m_start;
    m_start = half ? latents : at::Tensor();
    // The exponential integrator of dx/dσ with x₀ held: weights σ'/σ and 1 − σ'/σ.
    const double kept = split.down / from;
    return kept * start + (1 - kept) * original + split.up * drawLike(noise, latents);
}

}  // namespace segmoe::samplers
