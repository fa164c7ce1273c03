// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

/// Timesteps of a consistency model (LCM, TCD): `steps` of the original_inference_steps it was distilled on, evenly
/// from the noisiest down. Throws Error{RequestInvalid} for more steps than that.
std::vector<double> consistencyTimesteps(const SchedulerConfig& resolved, int steps);

}  // namespace segmoe::samplers
