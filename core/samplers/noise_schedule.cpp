// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/noise_schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <ATen/ATen.h>

#include "core/base/error.h"

namespace segmoe::samplers {

namespace {

/// The cosine schedule of arXiv 2102.09672, β capped at 0.999.
at::Tensor cosineBetas(int steps) {
    const auto alphaBar = [](double t) { return std::pow(std::cos((t + 0.008) / 1.008 * std::numbers::pi / 2), 2); };
    std::vector<double> betas;
    for (int i = 0; i < steps; ++i)
        betas.push_back(std::min(1 - alphaBar((i + 1.0) / steps) / alphaBar(static_cast<double>(i) / steps), 0.999));
    return at::tensor(betas, at::kDouble).to(at::kFloat);
}

at::Tensor betasOf(const SchedulerConfig& config) {
    if (!config.trainedBetas.empty()) return at::tensor(config.trainedBetas, at::kDouble).to(at::kFloat);
    const auto fp32 = at::TensorOptions(at::kFloat);
    switch (*config.betaSchedule) {
        case BetaSchedule::Linear: return at::linspace(*config.betaStart, *config.betaEnd, config.trainSteps, fp32);
        case BetaSchedule::ScaledLinear:
            return at::linspace(std::sqrt(*config.betaStart), std::sqrt(*config.betaEnd), config.trainSteps, fp32)
                .square();
        case BetaSchedule::SquaredCosCapV2: break;
    }
    return cosineBetas(config.trainSteps);
}

/// Shifts and scales √ᾱ so that the last is 0 and the first stays (arXiv 2305.08891, algorithm 1).
at::Tensor rescaleToZeroTerminalSnr(const at::Tensor& betas) {
    at::Tensor root = at::cumprod(1.0 - betas, 0).sqrt();
    const at::Tensor first = root[0].clone();
    const at::Tensor last = root[-1].clone();
    root = (root - last) * (first / (first - last));
    const at::Tensor alphaBar = root.square();
    const at::Tensor alphas = at::cat({alphaBar.slice(0, 0, 1), alphaBar.slice(0, 1) / alphaBar.slice(0, 0, -1)});
    return 1 - alphas;
}

std::vector<float> values(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.contiguous();
    return {flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel()};
}

}  // namespace

NoiseSchedule::NoiseSchedule(const SchedulerConfig& resolved, TerminalSnr terminal) {
    at::Tensor betas = betasOf(resolved);
    if (resolved.rescaleBetasZeroSnr) betas = rescaleToZeroTerminalSnr(betas);
    at::Tensor alphaBar = at::cumprod(1.0 - betas, 0);
    if (resolved.rescaleBetasZeroSnr && terminal == TerminalSnr::Tiny) alphaBar[-1] = std::ldexp(1.0, -24);
    const at::Tensor sigmas = ((1 - alphaBar) / alphaBar).sqrt();
    m_alphaBar = values(alphaBar);
    m_sigmas = values(sigmas);
    for (const float sigma : m_sigmas) m_logSigmas.push_back(static_cast<float>(std::log(static_cast<double>(sigma))));
    if (terminal == TerminalSnr::Tiny && !std::isfinite(m_sigmas.back()))
        throw Error(ErrorCode::ConfigInvalid,
                    "The model's betas leave no signal at its last timestep, so this sampler has no finite noise level "
                    "to start from; choose ddim, or set rescale_betas_zero_snr in scheduler_config.json.");
}

double NoiseSchedule::alphaBar(int timestep) const {
    if (timestep < 0 || timestep >= size())
        throw Error(ErrorCode::ConfigInvalid, "Timestep " + std::to_string(timestep) + " lies outside of the " +
                                                  std::to_string(size()) +
                                                  " timesteps the model was trained with; lower steps_offset in "
                                                  "scheduler_config.json or the number of steps.");
    return m_alphaBar[static_cast<std::size_t>(timestep)];
}

double NoiseSchedule::sigmaAt(double timestep) const {
    const double held = std::clamp(timestep, 0.0, size() - 1.0);
    const auto low = static_cast<std::size_t>(std::min(std::floor(held), size() - 2.0));
    const double weight = held - static_cast<double>(low);
    const double from = m_sigmas[low];
    return from + weight * (m_sigmas[low + 1] - from);
}

double NoiseSchedule::sigmaAtLog(double timestep) const {
    const double held = std::clamp(timestep, 0.0, size() - 1.0);
    const auto low = static_cast<std::size_t>(std::min(std::floor(held), size() - 2.0));
    const double weight = held - static_cast<double>(low);
    return std::exp((1 - weight) * m_logSigmas[low] + weight * m_logSigmas[low + 1]);
}

double NoiseSchedule::timestepAt(double sigma) const {
    const double logSigma = std::log(std::max(sigma, 1e-10));
    // The last table entry that is not above, but never the very last: there must be a neighbour to interpolate with.
    const auto above = std::upper_bound(m_logSigmas.begin(), m_logSigmas.end(), logSigma,
                                        [](double value, float entry) { return value < static_cast<double>(entry); });
    const auto found = std::max<std::ptrdiff_t>(above - m_logSigmas.begin() - 1, 0);
    const auto low = static_cast<std::size_t>(std::min<std::ptrdiff_t>(found, size() - 2));
    const double lowLog = m_logSigmas[low];
    const double weight = std::clamp((lowLog - logSigma) / (lowLog - m_logSigmas[low + 1]), 0.0, 1.0);
    return static_cast<double>(low) + weight;
}

}  // namespace segmoe::samplers
