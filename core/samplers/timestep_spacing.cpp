// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/timestep_spacing.h"

#include <algorithm>
#include <cmath>

namespace segmoe::samplers {

namespace {

/// `count` numbers from 0 to last, both included, in descending order.
std::vector<double> descendingLinspace(double last, int count) {
    std::vector<double> numbers;
    const double gap = count > 1 ? last / (count - 1) : 0.0;
    for (int i = count - 1; i >= 0; --i) numbers.push_back(i > 0 && i == count - 1 ? last : i * gap);
    return numbers;
}

/// Timesteps start, start − T/N … above 0, rounded, minus one. The gap is the one NumPy's arange ends up with, so that
/// numbers near a half round the same way.
std::vector<double> trailing(const SpacingRequest& request, int start) {
    const double step = static_cast<double>(request.trainSteps) / request.steps;
    const double gap = (start - step) - start;
    const int count = std::min(request.steps, static_cast<int>(std::ceil(start / step)));
    std::vector<double> timesteps;
    for (int i = 0; i < count; ++i) timesteps.push_back(std::nearbyint(start + i * gap) - 1);
    return timesteps;
}

}  // namespace

std::vector<double> spacedTimesteps(const SpacingRequest& request) {
    switch (request.spacing) {
        case TimestepSpacing::Linspace: return descendingLinspace(request.trainSteps - 1.0, request.steps);
        case TimestepSpacing::Trailing: return trailing(request, request.trainSteps);
        case TimestepSpacing::Leading: break;
    }
    const int ratio = request.trainSteps / request.steps;
    std::vector<double> timesteps;
    for (int i = request.steps - 1; i >= 0; --i) timesteps.push_back(i * ratio + request.offset);
    return timesteps;
}

std::vector<double> wholeTimesteps(const SpacingRequest& request) {
    std::vector<double> timesteps = spacedTimesteps(request);
    for (double& timestep : timesteps) timestep = std::nearbyint(timestep);
    return timesteps;
}

std::vector<double> multistepTimesteps(const SpacingRequest& request, int usedTrainSteps) {
    if (request.spacing == TimestepSpacing::Trailing) return trailing(request, usedTrainSteps);
    std::vector<double> timesteps;
    if (request.spacing == TimestepSpacing::Linspace) {
        timesteps = descendingLinspace(usedTrainSteps - 1.0, request.steps + 1);
        for (double& timestep : timesteps) timestep = std::nearbyint(timestep);
    } else {
        const int ratio = usedTrainSteps / (request.steps + 1);
        for (int i = request.steps; i >= 0; --i) timesteps.push_back(i * ratio + request.offset);
    }
    timesteps.pop_back();
    return timesteps;
}

}  // namespace segmoe::samplers
