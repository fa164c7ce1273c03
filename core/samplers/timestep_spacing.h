// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

/// Training timesteps of a run, descending (arXiv 2305.08891, table 2; segmoe.md §1.6).
struct SpacingRequest {
    TimestepSpacing spacing = TimestepSpacing::Leading;
    int trainSteps = 1000;  ///< T
    int steps = 20;         ///< N
    int offset = 0;         ///< added with Leading
};

/// For solvers that land on every listed timestep. Whole numbers except with Linspace, whose fractions stay.
std::vector<double> spacedTimesteps(const SpacingRequest& request);
/// The same for methods that look ᾱ up by timestep: all whole.
std::vector<double> wholeTimesteps(const SpacingRequest& request);

/// For DPM++ and UniPC, which place N+1 points and leave the last out. Always whole. `usedTrainSteps` ≤ T: the
/// timesteps from there on are too noisy to start at (lambda_min_clipped); then "trailing" may give fewer than N.
std::vector<double> multistepTimesteps(const SpacingRequest& request, int usedTrainSteps);

}  // namespace segmoe::samplers
