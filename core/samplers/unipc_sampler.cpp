// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/unipc_sampler.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "core/samplers/prediction.h"

namespace segmoe::samplers {

namespace {

/// Solves the Vandermonde system Σ_j r_j^(i) ρ_j = b_i of at most three unknowns by elimination with pivoting.
std::vector<double> solveVandermonde(const std::vector<double>& nodes, std::vector<double> right) {
    const std::size_t size = nodes.size();
    std::vector<std::vector<double>> rows(size, std::vector<double>(size, 1.0));
    for (std::size_t i = 1; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) rows[i][j] = rows[i - 1][j] * nodes[j];
    for (std::size_t pivot = 0; pivot < size; ++pivot) {
        std::size_t best = pivot;
        for (std::size_t i = pivot + 1; i < size; ++i)
            if (std::abs(rows[i][pivot]) > std::abs(rows[best][pivot])) best = i;
        std::swap(rows[pivot], rows[best]);
        std::swap(right[pivot], right[best]);
        for (std::size_t i = pivot + 1; i < size; ++i) {
            const double factor = rows[i][pivot] / rows[pivot][pivot];
            for (std::size_t j = pivot; j < size; ++j) rows[i][j] -= factor * rows[pivot][j];
            right[i] -= factor * right[pivot];
        }
    }
    for (std::size_t i = size; i-- > 0;) {
        for (std::size_t j = i + 1; j < size; ++j) right[i] -= rows[i][j] * right[j];
        right[i] /= rows[i][i];
    }
    return right;
}

}  // namespace

/// With s = −h over λ = ln(signal/noise): x' = (noise'/noise)·x − signal'·(φ₁·m₀ + B·Σ ρ_k·D_k), φ₁ = e^s − 1,
/// D_k = (m_k − m₀)/r_k the changes of the prediction seen from the step's start.
struct UnipcSampler::Stretch {
    double keep = 0.0;    ///< noise'/noise
    double signal = 0.0;  ///< of the end
    double phi1 = 0.0;
    double bh = 0.0;            ///< B(h)
    std::vector<double> nodes;  ///< r of the older predictions, then 1 for the end of the step
    std::vector<double> right;  ///< right-hand side for ρ, one per node
};

UnipcSampler::UnipcSampler(const SchedulerConfig& resolved, SigmaGrid grid)
    : Sampler(SamplerPlan::oneEach(grid.timesteps)), m_config(resolved), m_sigmas(std::move(grid.sigmas)) {}

NoiseLevel UnipcSampler::levelBefore(int step) const {
    return step < steps() ? NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(step)]) : NoiseLevel{};
}

double UnipcSampler::lambda(int index) const { return -std::log(m_sigmas[static_cast<std::size_t>(index)]); }

UnipcSampler::Stretch UnipcSampler::stretch(int from, int order) const {
    const NoiseLevel start = NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(from)]);
    const NoiseLevel end = NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(from) + 1]);
    const double h = lambda(from + 1) - lambda(from);
    Stretch step;
    step.keep = end.noise / start.noise;
    step.signal = end.signal;
    step.phi1 = std::expm1(-h);
    step.bh = m_config.bh1 ? -h : step.phi1;
    for (int back = 1; back < order; ++back) step.nodes.push_back((lambda(from - back) - lambda(from)) / h);
    step.nodes.push_back(1.0);
    double phi = step.phi1 / -h - 1;
    double factorial = 1;
    for (int i = 1; i <= order; ++i) {
        step.right.push_back(phi * factorial / step.bh);
        factorial *= i + 1;
        phi = phi / -h - 1 / factorial;
    }
    return step;
}

at::Tensor UnipcSampler::predictNext(int evaluation, int order, const at::Tensor& latents) const {
    const Stretch step = stretch(evaluation, order);
    const at::Tensor& newest = m_originals[0];
    at::Tensor next = step.keep * latents - step.signal * step.phi1 * newest;
    if (order == 1) return next;
    // The predictor does not know the end of the step: one node and one equation less. Half is close enough for
    // order 2.
    const std::vector<double> nodes(step.nodes.begin(), step.nodes.end() - 1);
    const std::vector<double> weights =
        order == 2 ? std::vector<double>{0.5} : solveVandermonde(nodes, {step.right.begin(), step.right.end() - 1});
    for (std::size_t k = 0; k < nodes.size(); ++k)
        next = next - step.signal * step.bh * weights[k] / nodes[k] * (m_originals[k + 1] - newest);
    return next;
}

at::Tensor UnipcSampler::correct(int evaluation, int order, const at::Tensor& original) const {
    const Stretch step = stretch(evaluation - 1, order);
    const at::Tensor& newest = m_originals[0];
    const std::vector<double> weights =
        order == 1 ? std::vector<double>{0.5} : solveVandermonde(step.nodes, step.right);
    at::Tensor next = step.keep * m_stepStart - step.signal * step.phi1 * newest;
    for (std::size_t k = 0; k + 1 < step.nodes.size(); ++k)
        next = next - step.signal * step.bh * weights[k] / step.nodes[k] * (m_originals[k + 1] - newest);
    return next - step.signal * step.bh * weights.back() * (original - newest);
}

at::Tensor UnipcSampler::advance(const at::Tensor& modelOutput, int evaluation, const at::Tensor& latents,
                                 NoiseSource& /*noise*/) {
    const NoiseLevel level = NoiseLevel::ofSigma(m_sigmas[static_cast<std::size_t>(evaluation)]);
    m_predictedOriginal = predictOriginal(m_config.predictionType, modelOutput, latents, level);
    const auto& skipped = m_config.disableCorrector;
    const bool corrects =
        m_stepStart.defined() && std::find(skipped.begin(), skipped.end(), evaluation - 1) == skipped.end();
    const at::Tensor start = corrects ? correct(evaluation, m_order, m_predictedOriginal) : latents;

    m_originals.push_front(m_predictedOriginal);
    if (static_cast<int>(m_originals.size()) > m_config.solverOrder) m_originals.pop_back();
    const bool lowers = m_config.lowerOrderFinal;
    const int known = static_cast<int>(m_originals.size());
    m_order = std::min({m_config.solverOrder, known, lowers ? steps() - evaluation : m_config.solverOrder});
    if (m_sigmas[static_cast<std::size_t>(evaluation) + 1] == 0.0) m_order = 1;  // h is infinite
    m_stepStart = start;
    return predictNext(evaluation, m_order, start);
}

}  // namespace segmoe::samplers
