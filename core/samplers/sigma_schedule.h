// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/samplers/noise_schedule.h"
#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

/// Noise levels of a run and the timesteps the model is told. All numbers are rounded to fp32, as in diffusers.
struct SigmaGrid {
    std::vector<double> timesteps;  ///< [N]
    std::vector<double> sigmas;     ///< [N+1], descending; the last is where the run ends, mostly 0
    double largest() const { return sigmas.front(); }
};

/// Euler, Euler a, Heun, LMS, DPM++ SDE: timesteps may be fractional, the curves run between the σ of the first and of
/// the last spaced timestep.
SigmaGrid spacedSigmaGrid(const NoiseSchedule& noise, const SchedulerConfig& resolved, int steps);

enum class MultistepFamily { Dpmpp, Unipc };

/// DPM++ 2M (SDE), UniPC: whole timesteps, the curves run over the whole training range.
SigmaGrid multistepSigmaGrid(const NoiseSchedule& noise, const SchedulerConfig& resolved, int steps,
                             MultistepFamily family);

/// Scale of the start latents for a method whose latents are x₀ + σ·noise.
double initNoiseSigma(const SigmaGrid& grid, const SchedulerConfig& resolved);

}  // namespace segmoe::samplers
