// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/consistency_grid.h"

#include <cmath>

#include "core/base/error.h"

namespace segmoe::samplers {

std::vector<double> consistencyTimesteps(const SchedulerConfig& resolved, int steps) {
    const int original = resolved.originalInferenceSteps;
    if (original > resolved.trainSteps)
        throw Error(ErrorCode::ConfigInvalid,
                    "original_inference_steps in scheduler_config.json is larger than "
                    "num_train_timesteps.");
    if (steps > original)
        throw Error(ErrorCode::RequestInvalid, "The number of steps is " + std::to_string(steps) +
                                                   ", but lcm and tcd allow at most " + std::to_string(original) +
                                                   " with this model (original_inference_steps).");
    const int gap = resolved.trainSteps / original;
    const double stride = static_cast<double>(original) / steps;
    std::vector<double> timesteps;
    for (int i = 0; i < steps; ++i) timesteps.push_back((original - std::floor(i * stride)) * gap - 1);
    return timesteps;
}

}  // namespace segmoe::samplers
