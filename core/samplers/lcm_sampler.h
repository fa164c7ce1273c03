// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/table_sampler.h"

namespace segmoe::samplers {

/// Latent consistency models, arXiv 2310.04378 algorithm 3 (diffusers LCMScheduler): the clean latents, made noisy
/// again for the next timestep.
class LcmSampler final : public TableSampler {
public:
    LcmSampler(const SchedulerConfig& resolved, int steps);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    double m_timestepScaling;
};

}  // namespace segmoe::samplers
