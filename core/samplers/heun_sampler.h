// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/sigma_sampler.h"

namespace segmoe::samplers {

/// Heun's method in σ: an Euler step, then the mean of the slopes at both ends, arXiv 2206.00364 algorithm 1 (diffusers
/// HeunDiscreteScheduler). Two evaluations a step, one for the last.
class HeunSampler final : public SigmaSampler {
public:
    HeunSampler(const SchedulerConfig& resolved, const SigmaGrid& grid);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    std::vector<double> m_sigmas;  ///< [steps + 1]
    at::Tensor m_slope;            ///< at the start of the step, undefined outside of one
    at::Tensor m_start;            ///< latents there
};

}  // namespace segmoe::samplers
