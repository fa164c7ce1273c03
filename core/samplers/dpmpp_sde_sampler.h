// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/sigma_sampler.h"

namespace segmoe::samplers {

/// DPM-Solver++ (SDE), second order in a single step with its midpoint halfway in log σ, as sample_dpmpp_sde of
/// k-diffusion with r = 1/2, eta = 1 (diffusers DPMSolverSDEScheduler). Two evaluations and two noise draws a step; the
/// last step is Euler's and draws none. k-diffusion takes the two draws of a step from one Brownian path, which makes
/// them depend on each other; here they are independent draws of the run's noise, in order.
class DpmppSdeSampler final : public SigmaSampler {
public:
    DpmppSdeSampler(const NoiseSchedule& schedule, const SchedulerConfig& resolved, const SigmaGrid& grid);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    std::vector<double> m_sigmas;  ///< [steps + 1]
    at::Tensor m_start;            ///< latents at the start of the step, undefined outside of one
};

}  // namespace segmoe::samplers
