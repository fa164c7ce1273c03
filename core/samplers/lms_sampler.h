// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "core/samplers/sigma_sampler.h"

namespace segmoe::samplers {

/// Linear multistep of order 4 in σ (Adams-Bashforth for uneven steps): the polynomial through the last slopes is
/// integrated over the step (diffusers LMSDiscreteScheduler).
class LmsSampler final : public SigmaSampler {
public:
    LmsSampler(const SchedulerConfig& resolved, const SigmaGrid& grid);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    double weight(int order, int evaluation, int back) const;

    std::vector<double> m_sigmas;
    std::deque<at::Tensor> m_slopes;  ///< newest first
};

}  // namespace segmoe::samplers
