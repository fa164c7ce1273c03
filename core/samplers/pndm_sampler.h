// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "core/samplers/table_sampler.h"

namespace segmoe::samplers {

/// Pseudo numerical methods for diffusion models, arXiv 2202.09778 (diffusers PNDMScheduler): linear multistep (PLMS)
/// over the model's outputs, started by one step done twice, or, without skip_prk_steps, by three Runge-Kutta steps of
/// four evaluations each.
class PndmSampler final : public TableSampler {
public:
    /// Throws Error{RequestInvalid} for fewer than 4 steps with the Runge-Kutta start.
    PndmSampler(const SchedulerConfig& resolved, int steps);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    at::Tensor rungeKutta(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents);
    at::Tensor multistep(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents);
    at::Tensor transfer(const at::Tensor& latents, int from, int to, const at::Tensor& output);

    int m_stride;
    int m_rungeKuttaEvaluations;
    std::deque<at::Tensor> m_outputs;  ///< model outputs at step starts, newest first
    at::Tensor m_start;                ///< latents a step started from, while it is done in parts
    at::Tensor m_sum;                  ///< weighted outputs of the Runge-Kutta step so far
};

}  // namespace segmoe::samplers
