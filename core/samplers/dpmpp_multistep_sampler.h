// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "core/samplers/sampler.h"
#include "core/samplers/sigma_schedule.h"

namespace segmoe::samplers {

/// DPM-Solver++ multistep, deterministic (2M) or as an SDE (2M SDE), orders 1 to 3, arXiv 2211.01095 (diffusers
/// DPMSolverMultistepScheduler, algorithm types dpmsolver++ and sde-dpmsolver++). Variance-preserving latents.
class DpmppMultistepSampler final : public Sampler {
public:
    DpmppMultistepSampler(const SchedulerConfig& resolved, SigmaGrid grid, bool stochastic);
    NoiseLevel levelBefore(int step) const override;

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    int orderAt(int evaluation) const;
    double lambda(int index) const;

    SchedulerConfig m_config;
    std::vector<double> m_sigmas;
    bool m_stochastic;
    std::deque<at::Tensor> m_originals;  ///< predictions of x₀, newest first
};

}  // namespace segmoe::samplers
