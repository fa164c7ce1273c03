// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/dpmpp_multistep_sampler.h"

#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/prediction.h"

namespace segmoe::samplers {

namespace {

constexpr int kFewSteps = 15;  // below it diffusers lowers the order at the end

SamplerPlan multistepPlan(const SigmaGrid& grid, bool stochastic) {
    SamplerPlan plan = SamplerPlan::oneEach(grid.timesteps);
    plan.noiseDraws = stochastic ? plan.steps : 0;
    return plan;
}

}  // namespace

DpmppMultistepSampler::DpmppMultistepSampler(const SchedulerConfig& resolved, SigmaGrid grid, bool stochastic)
    : Sampler(multistepPlan(grid, stochastic)),
      m_config(resolved),
      m_sigmas(std::move(grid.sigmas)),
      m_stochastic(stochastic) {}

NoiseLevel DpmppMultistepSampler::levelBefore(int step) const {
    return step < steps() ? NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(step)]) : NoiseLevel{};
}

double DpmppMultistepSampler::lambda(int index) const { return -std::log(m_sigmas[static_cast<std::size_t>(index)]); }

int DpmppMultistepSampler::orderAt(int evaluation) const {
    const bool lowers = m_config.lowerOrderFinal && steps() < kFewSteps;
    const int left = steps() - evaluation;
    if (left == 1 && (m_config.eulerAtFinal || lowers || !m_config.finalSigmaIsMin)) return 1;
    const int known = static_cast<int>(m_originals.size());
    return std::min({m_config.solverOrder, known, lowers && left == 2 ? 2 : 3});
}

at::Tensor DpmppMultistepSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                          NoiseSource& noise) {
    const NoiseLevel from = NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(evaluation)]);
    const NoiseLevel to = NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(evaluation) + 1]);
    m_predictedOriginal = predictOriginal(m_config.predictionType, modelOutput, latents, from);
    m_originals.push_front(m_predictedOriginal);
    if (static_cast<int>(m_originals.size()) > m_config.solverOrder) m_originals.pop_back();

    // The exponential integrator over λ = ln(signal/noise): h is infinite when the run ends at σ = 0. The SDE is the
    // same with 2h in the exponents, its linear part shrunk by e^-h, and the lost variance put back as noise.
    const double h = lambda(evaluation + 1) - lambda(evaluation);
    const double span = m_stochastic ? 2 * h : h;
    const double decay = std::exp(-span);
    const double gain = to.signal * (1 - decay);
    at::Tensor next = (to.noise / from.noise * (m_stochastic ? std::exp(-h) : 1.0)) * latents + gain * m_originals[0];
    const int order = orderAt(evaluation);
    if (order >= 2) {
        const double h0 = lambda(evaluation) - lambda(evaluation - 1);
        at::Tensor first = (m_originals[0] - m_originals[1]) * (h / h0);
        // Coefficients of the first and second derivative of x₀ along λ.
        const double slopeGain = to.signal * (1 - (1 - decay) / span);
        if (order == 2) {
            next = next + (m_config.heunCorrection ? slopeGain : 0.5 * gain) * first;
        } else {
            const double r0 = h0 / h;
            const double r1 = (lambda(evaluation - 1) - lambda(evaluation - 2)) / h;
            const at::Tensor change = first - (m_originals[1] - m_originals[2]) / r1;
            const double curveGain = to.signal * ((1 - decay - span) / (span * span) + 0.5);
            next = next + slopeGain * (first + r0 / (r0 + r1) * change) + curveGain / (r0 + r1) * change;
        }
    }
    if (m_stochastic) next = next + to.noise * std::sqrt(1 - decay) * drawLike(noise, latents);
    return next;
}

}  // namespace segmoe::samplers
