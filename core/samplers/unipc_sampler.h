// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "core/samplers/sampler.h"
#include "core/samplers/sigma_schedule.h"

namespace segmoe::samplers {

/// Unified predictor-corrector on predictions of x₀, orders 1 to 3, B(h) of kind bh1 or bh2, arXiv 2302.04867
/// (diffusers UniPCMultistepScheduler). The corrector repeats the last step knowing the prediction at its end, so it
/// costs no evaluation of its own. Variance-preserving latents.
class UnipcSampler final : public Sampler {
public:
    UnipcSampler(const SchedulerConfig& resolved, SigmaGrid grid);
    NoiseLevel levelBefore(int step) const override;

protected:
    at::Tensor advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                       NoiseSource& noise) override;

private:
    struct Stretch;  ///< the step from one noise level to the next with what both halves share

    double lambda(int index) const;
    Stretch stretch(int from, int order) const;
    at::Tensor predictNext(int evaluation, int order, const at::Tensor& latents) const;
    at::Tensor correct(int evaluation, int order, const at::Tensor& original) const;

    SchedulerConfig m_config;
    std::vector<double> m_sigmas;
    std::deque<at::Tensor> m_originals;  ///< predictions of x₀, newest first
    at::Tensor m_stepStart;              ///< corrected latents the last prediction started from
    int m_order = 0;                     ///< of the last prediction
};

}  // namespace segmoe::samplers
