// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/table_sampler.h"

namespace segmoe::samplers {

/// Denoising diffusion implicit models, arXiv 2010.02502 equations 12 and 16 (diffusers DDIMScheduler).
class DdimSampler final : public TableSampler {
public:
    /// eta 0 = deterministic, 1 = as random as DDPM.
    DdimSampler(const SchedulerConfig& resolved, int steps, double eta);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    int m_stride;
    double m_eta;
};

}  // namespace segmoe::samplers
