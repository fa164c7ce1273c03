// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/table_sampler.h"

namespace segmoe::samplers {

/// Trajectory consistency distillation, arXiv 2402.19159 algorithm 4 (diffusers TCDScheduler): down to the timestep
/// (1−γ)·next, then up to the next with fresh noise. eta is the paper's γ: 0 deterministic, 1 like LCM.
class TcdSampler final : public TableSampler {
public:
    TcdSampler(const SchedulerConfig& resolved, int steps, double eta);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    double m_eta;
};

}  // namespace segmoe::samplers
