// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/sigma_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/prediction.h"

namespace segmoe::samplers {

SigmaSampler::SigmaSampler(SamplerPlan plan, PredictionType type, std::vector<double> evaluatedSigmas)
    : Sampler(std::move(plan)), m_type(type), m_sigmas(std::move(evaluatedSigmas)) {}

at::Tensor SigmaSampler::scaleModelInput(const at::Tensor& latents, int evaluation) const {
    const double sigma = m_sigmas.at(static_cast<std::size_t>(evaluation));
    return latents / std::sqrt(sigma * sigma + 1);
}

NoiseLevel SigmaSampler::levelBefore(int step) const {
    return {1.0, step < steps() ? sigmaOf(firstEvaluationOf(step)) : 0.0};
}

const at::Tensor& SigmaSampler::predict(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents) {
    m_predictedOriginal = predictOriginalAtSigma(m_type, modelOutput, latents, sigmaOf(evaluation));
    return m_predictedOriginal;
}

SamplerPlan planOfGrid(const SigmaGrid& grid, const SchedulerConfig& resolved) {
    return SamplerPlan::oneEach(grid.timesteps, initNoiseSigma(grid, resolved));
}

std::vector<double> startSigmas(const SigmaGrid& grid) { return {grid.sigmas.begin(), grid.sigmas.end() - 1}; }

}  // namespace segmoe::samplers
