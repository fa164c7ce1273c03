// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

/// What a zero terminal signal-to-noise ratio becomes at the last training step.
enum class TerminalSnr {
    Zero,  ///< ᾱ = 0: methods that work with ᾱ alone
    Tiny,  ///< ᾱ = 2⁻²⁴: methods that need a finite σ
};

/// The noise a model was trained with: ᾱ_t and σ_t = √((1−ᾱ_t)/ᾱ_t) for the training timesteps t = 0 … T−1.
/// The tables are computed in fp32 by the same operations as in diffusers, because 1−β loses digits there and λ = −ln σ
/// of small t shows it; everything made from them is fp64.
class NoiseSchedule {
public:
    NoiseSchedule(const SchedulerConfig& resolved, TerminalSnr terminal);

    int size() const { return static_cast<int>(m_alphaBar.size()); }  ///< T
    /// Throws Error{ConfigInvalid} for a timestep outside of 0 … T−1 (steps_offset too large for the spacing).
    double alphaBar(int timestep) const;
    const std::vector<float>& sigmas() const { return m_sigmas; }  ///< ascending, [T]

    double sigmaAt(double timestep) const;     ///< linear interpolation of the table, ends held
    double sigmaAtLog(double timestep) const;  ///< interpolation of log σ, ends held
    double timestepAt(double sigma) const;     ///< inverse by interpolation of log σ, fractional, ends held

private:
    std::vector<float> m_alphaBar;
    std::vector<float> m_sigmas;
    std::vector<float> m_logSigmas;
};

}  // namespace segmoe::samplers
