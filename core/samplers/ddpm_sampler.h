// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/table_sampler.h"

namespace segmoe::samplers {

/// Denoising diffusion probabilistic models, arXiv 2006.11239 (diffusers DDPMScheduler): the posterior of the training
/// process between two listed timesteps, with its own variance (fixed_small) or β (fixed_large).
class DdpmSampler final : public TableSampler {
public:
    DdpmSampler(const SchedulerConfig& resolved, int steps);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    bool m_largeVariance;
};

}  // namespace segmoe::samplers
