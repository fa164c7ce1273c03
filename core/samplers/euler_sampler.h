// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/samplers/sigma_sampler.h"

namespace segmoe::samplers {

/// Euler's method in σ, arXiv 2206.00364 algorithm 1 without its second evaluation (diffusers EulerDiscreteScheduler).
class EulerSampler final : public SigmaSampler {
public:
    EulerSampler(const SchedulerConfig& resolved, const SigmaGrid& grid);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    std::vector<double> m_sigmas;
};

/// Euler to a lower σ than the next, made up for by fresh noise (diffusers EulerAncestralDiscreteScheduler).
class EulerAncestralSampler final : public SigmaSampler {
public:
    EulerAncestralSampler(const SchedulerConfig& resolved, const SigmaGrid& grid);

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    std::vector<double> m_sigmas;
};

/// How an ancestral step from one σ to a lower one splits: deterministic to `down`, then noise of size `up`.
struct AncestralSplit {
    double down = 0.0;
    double up = 0.0;
    AncestralSplit(double from, double to);
};

}  // namespace segmoe::samplers
