// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/sampler.h"
#include "core/samplers/scheduler_config.h"
#include "core/samplers/sigma_schedule.h"

namespace segmoe::samplers {

/// What the methods share whose latents are x = x₀ + σ·ε: the model is shown x/√(σ²+1), and follows the slope
/// dx/dσ = (x − x₀)/σ.
class SigmaSampler : public Sampler {
public:
    at::Tensor scaleModelInput(const at::Tensor& latents, int evaluation) const override;
    NoiseLevel levelBefore(int step) const override;

protected:
    /// Evaluations and their σ belong together one to one; see sigmaOf().
    SigmaSampler(SamplerPlan plan, PredictionType type, std::vector<double> evaluatedSigmas);
    double sigmaOf(int evaluation) const { return m_sigmas[static_cast<std::size_t>(evaluation)]; }
    /// Keeps and returns x₀.
    const at::Tensor& predict(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents);

private:
    PredictionType m_type;
    std::vector<double> m_sigmas;  ///< [evaluations]
};

/// The plan of a method with one evaluation per step of the grid.
SamplerPlan planOfGrid(const SigmaGrid& grid, const SchedulerConfig& resolved);
/// grid.sigmas without the last.
std::vector<double> startSigmas(const SigmaGrid& grid);

}  // namespace segmoe::samplers
