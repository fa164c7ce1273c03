// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/sampler.h"

#include <algorithm>
#include <numeric>

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe::samplers {

SamplerPlan SamplerPlan::oneEach(std::vector<double> timesteps, double initNoiseSigma) {
    SamplerPlan plan;
    plan.steps = static_cast<int>(timesteps.size());
    plan.stepOf.resize(timesteps.size());
    std::iota(plan.stepOf.begin(), plan.stepOf.end(), 0);
    plan.timesteps = std::move(timesteps);
    plan.initNoiseSigma = initNoiseSigma;
    return plan;
}

Sampler::Sampler(SamplerPlan plan) : m_plan(std::move(plan)) {}
Sampler::~Sampler() = default;

int Sampler::firstEvaluationOf(int step) const {
    const auto found = std::ranges::lower_bound(m_plan.stepOf, step);
    return static_cast<int>(found - m_plan.stepOf.begin());
}

void Sampler::startAt(int step) {
    if (m_next != 0 || step < 0 || step >= steps())
        throw Error(ErrorCode::InternalError, "The sampler cannot start with step " + std::to_string(step) + ".");
    m_next = firstEvaluationOf(step);
}

at::Tensor Sampler::scaleModelInput(const at::Tensor& latents, int /*evaluation*/) const { return latents; }

at::Tensor Sampler::step(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents, NoiseSource& noise) {
    if (evaluation != m_next || evaluation >= evaluations())
        throw Error(ErrorCode::InternalError, "The sampler was given evaluation " + std::to_string(evaluation) +
                                                  " instead of " + std::to_string(m_next) + ".");
    if (modelOutput.sizes() != latents.sizes())
        throw Error(ErrorCode::InternalError,
                    "The sampler was given a model output of another shape than the latents.");
    ++m_next;
    return advance(modelOutput.to(at::kFloat), evaluation, latents.to(at::kFloat), noise);
}

at::Tensor drawLike(NoiseSource& noise, const at::Tensor& latents) {
    return noise.next(latents.sizes()).to(latents.device());
}

}  // namespace segmoe::samplers
