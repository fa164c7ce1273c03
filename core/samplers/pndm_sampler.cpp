// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/pndm_sampler.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

constexpr int kRungeKuttaSteps = 3;

/// t₀ t₁ t₁ t₂ t₃…: the first step is done, then done again from its start with the mean of both ends.
SamplerPlan multistepPlan(const std::vector<double>& timesteps) {
    SamplerPlan plan = SamplerPlan::oneEach(timesteps);
    if (timesteps.size() > 1) {
        plan.timesteps.insert(plan.timesteps.begin() + 1, timesteps[1]);
        plan.stepOf.insert(plan.stepOf.begin() + 1, 0);
    }
    return plan;
}

/// Per Runge-Kutta step t, t−½Δ, t−½Δ, next t, with half strides measured from the next timestep up.
SamplerPlan rungeKuttaPlan(const std::vector<double>& timesteps, int halfStride) {
    SamplerPlan plan = SamplerPlan::oneEach({});
    plan.steps = static_cast<int>(timesteps.size());
    for (std::size_t step = 0; step < timesteps.size(); ++step) {
        plan.timesteps.push_back(timesteps[step]);
        plan.stepOf.push_back(static_cast<int>(step));
        if (step >= kRungeKuttaSteps) continue;
        const double next = timesteps[step + 1];
        for (const double inner : {next + halfStride, next + halfStride, next}) {
            plan.timesteps.push_back(inner);
            plan.stepOf.push_back(static_cast<int>(step));
        }
    }
    return plan;
}

SamplerPlan pndmPlan(const SchedulerConfig& resolved, int steps) {
    const auto timesteps =
        wholeTimesteps({*resolved.timestepSpacing, resolved.trainSteps, steps, resolved.stepsOffset});
    if (resolved.skipPrkSteps) return multistepPlan(timesteps);
    if (steps <= kRungeKuttaSteps)
        throw Error(ErrorCode::RequestInvalid,
                    "pndm starts with three Runge-Kutta steps for this model (skip_prk_steps is not set in "
                    "scheduler_config.json) and needs at least 4 steps.");
    return rungeKuttaPlan(timesteps, resolved.trainSteps / steps / 2);
}

}  // namespace

PndmSampler::PndmSampler(const SchedulerConfig& resolved, int steps)
    : TableSampler(pndmPlan(resolved, steps), resolved),
      m_stride(resolved.trainSteps / steps),
      m_rungeKuttaEvaluations(resolved.skipPrkSteps ? 0 : 4 * kRungeKuttaSteps) {}

/// Equation 9 of the paper: moves latents between timesteps along a (possibly averaged) output.
at::Tensor PndmSampler::transfer(const at::Tensor& latents, int from, int to, const at::Tensor& output) {
    const double alphaBarFrom = alphaBar(from);
    const double alphaBarTo = alphaBarOrFinal(to);
    const NoiseLevel level = levelAt(from);
    m_predictedOriginal = predictOriginal(predictionType(), output, latents, level);
    const double divisor =
        alphaBarFrom * std::sqrt(1 - alphaBarTo) + std::sqrt(alphaBarFrom * (1 - alphaBarFrom) * alphaBarTo);
    return std::sqrt(alphaBarTo / alphaBarFrom) * latents -
           (alphaBarTo - alphaBarFrom) / divisor * predictNoise(predictionType(), output, latents, level);
}

at::Tensor PndmSampler::rungeKutta(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents) {
    const int part = evaluation % 4;
    const int halfStride = part % 2 == 0 ? m_stride / 2 : 0;
    at::Tensor output = modelOutput;
    if (part == 0) {
        m_start = latents;
        m_sum = modelOutput / 6;
        m_outputs.push_front(modelOutput);
    } else if (part < 3) {
        m_sum = m_sum + modelOutput / 3;
    } else {
        output = m_sum + modelOutput / 6;
    }
    return transfer(m_start, timestepOf(evaluation - part), timestepOf(evaluation) - halfStride, output);
}

at::Tensor PndmSampler::multistep(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents) {
    const int timestep = timestepOf(evaluation);
    if (evaluation == 1 && m_rungeKuttaEvaluations == 0) {
        const at::Tensor start = m_start;
        m_start.reset();
        return transfer(start, timestep + m_stride, timestep, (modelOutput + m_outputs[0]) / 2);
    }
    m_outputs.push_front(modelOutput);
    if (m_outputs.size() > 4) m_outputs.pop_back();
    const auto& past = m_outputs;
    at::Tensor output = modelOutput;
    switch (past.size()) {
        case 1: m_start = latents; break;
        case 2: output = (3 * past[0] - past[1]) / 2; break;
        case 3: output = (23 * past[0] - 16 * past[1] + 5 * past[2]) / 12; break;
        default: output = (55 * past[0] - 59 * past[1] + 37 * past[2] - 9 * past[3]) / 24; break;
    }
    return transfer(latents, timestep, timestep - m_stride, output);
}

at::Tensor PndmSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                NoiseSource& /*noise*/) {
    return evaluation < m_rungeKuttaEvaluations ? rungeKutta(modelOutput, evaluation, latents)
                                                : multistep(modelOutput, evaluation, latents);
}

}  // namespace segmoe::samplers
