// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/lms_sampler.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

namespace segmoe::samplers {

namespace {

constexpr int kOrder = 4;

}  // namespace

LmsSampler::LmsSampler(const SchedulerConfig& resolved, const SigmaGrid& grid)
    : SigmaSampler(planOfGrid(grid, resolved), resolved.predictionType, startSigmas(grid)), m_sigmas(grid.sigmas) {}

/// ∫ of the Lagrange polynomial that is 1 at σ of `evaluation − back` and 0 at the other σ, over the coming step.
double LmsSampler::weight(int order, int evaluation, int back) const {
    const auto sigma = [&](int index) { return m_sigmas[static_cast<std::size_t>(index)]; };
    const auto polynomial = [&](double tau) {
        double product = 1.0;
        for (int k = 0; k < order; ++k)
            if (k != back)
                product *= (tau - sigma(evaluation - k)) / (sigma(evaluation - back) - sigma(evaluation - k));
        return product;
    };
    // Two Gauss-Legendre points are exact up to the third degree, the highest here.
    const double centre = 0.5 * (sigma(evaluation) + sigma(evaluation + 1));
    const double halfWidth = 0.5 * (sigma(evaluation + 1) - sigma(evaluation));
    const double offset = halfWidth / std::sqrt(3.0);
    return halfWidth * (polynomial(centre - offset) + polynomial(centre + offset));
}

at::Tensor LmsSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                               NoiseSource& /*noise*/) {
    m_slopes.push_front((latents - predict(modelOutput, evaluation, latents)) / sigmaOf(evaluation));
    if (m_slopes.size() > kOrder) m_slopes.pop_back();
    const int order = static_cast<int>(m_slopes.size());
    at::Tensor next = latents;
    for (int back = 0; back < order; ++back)
        next = next + weight(order, evaluation, back) * m_slopes[static_cast<std::size_t>(back)];
    return next;
}

}  // namespace segmoe::samplers
