// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/sigma_schedule.h"

#include <cmath>

#include "core/base/error.h"
#include "core/samplers/beta_quantile.h"
#include "core/samplers/timestep_spacing.h"

namespace segmoe::samplers {

namespace {

void roundToFp32(std::vector<double>& values) {
    for (double& value : values) value = static_cast<float>(value);
}

/// N levels from largest to smallest.
std::vector<double> curveSigmas(SigmaCurve curve, double largest, double smallest, int steps) {
    constexpr double kRho = 7.0;        // the value of arXiv 2206.00364
    constexpr double kAlphaBeta = 0.6;  // the values of arXiv 2407.12173
    std::vector<double> sigmas;
    for (int i = 0; i < steps; ++i) {
        const double share = steps > 1 ? static_cast<double>(i) / (steps - 1) : 0.0;
        if (curve == SigmaCurve::Karras) {
            const double from = std::pow(largest, 1 / kRho);
            const double to = std::pow(smallest, 1 / kRho);
            sigmas.push_back(std::pow(from + share * (to - from), kRho));
        } else if (curve == SigmaCurve::Beta) {
            sigmas.push_back(smallest + betaQuantile(1 - share, kAlphaBeta, kAlphaBeta) * (largest - smallest));
        } else {  // Exponential, Lu
            sigmas.push_back(std::exp(std::log(largest) + share * (std::log(smallest) - std::log(largest))));
        }
    }
    return sigmas;
}

/// The two schedules of ComfyUI (comfy/samplers.py), which look only at the model's own σ table.
SigmaGrid tableGrid(SigmaCurve curve, const NoiseSchedule& noise, int steps) {
    SigmaGrid grid;
    const double last = noise.size() - 1.0;
    for (int i = 0; i < steps; ++i) {
        const double timestep = curve == SigmaCurve::SgmUniform
                                    ? last - last * i / steps
                                    : last - std::floor(i * (static_cast<double>(noise.size()) / steps));
        grid.timesteps.push_back(timestep);
        grid.sigmas.push_back(noise.sigmaAtLog(timestep));
    }
    return grid;
}

/// A curve other than Spaced, without the last σ. `largest` and `smallest` hold unless the file names others.
SigmaGrid curveGrid(const NoiseSchedule& noise, const SchedulerConfig& config, double largest, double smallest,
                    int steps) {
    if (config.sigmaCurve == SigmaCurve::SgmUniform || config.sigmaCurve == SigmaCurve::Simple)
        return tableGrid(config.sigmaCurve, noise, steps);
    SigmaGrid grid;
    grid.sigmas =
        curveSigmas(config.sigmaCurve, config.sigmaMax.value_or(largest), config.sigmaMin.value_or(smallest), steps);
    for (const double sigma : grid.sigmas) grid.timesteps.push_back(noise.timestepAt(sigma));
    return grid;
}

void requireDescending(const SigmaGrid& grid) {
    for (std::size_t i = 0; i < grid.timesteps.size(); ++i) {
        const bool last = i + 1 == grid.timesteps.size();
        const double next = grid.sigmas[i + 1];
        if (grid.sigmas[i] > next || (last && grid.sigmas[i] >= next)) continue;
        throw Error(ErrorCode::RequestInvalid, std::to_string(grid.timesteps.size()) +
                                                   " steps are too many for this schedule: two of them would have the "
                                                   "same noise level. Use fewer steps.");
    }
}

/// Between whole and fractional timesteps of a curve each class decides for itself.
double toldTimestep(double timestep, const SchedulerConfig& config, MultistepFamily family) {
    const bool cosine = config.betaSchedule == BetaSchedule::SquaredCosCapV2 && family == MultistepFamily::Dpmpp;
    const bool truncates = config.sigmaCurve == SigmaCurve::Exponential || config.sigmaCurve == SigmaCurve::Beta;
    return truncates || cosine ? std::trunc(timestep) : std::nearbyint(timestep);
}

/// Training steps left when those with a log-SNR half below the limit are cut off the noisy end.
int usedTrainSteps(const NoiseSchedule& noise, const SchedulerConfig& config, MultistepFamily family) {
    int used = noise.size();
    if (family == MultistepFamily::Dpmpp)
        while (used > 1 && -std::log(static_cast<double>(noise.sigmas()[static_cast<std::size_t>(used - 1)])) <
                               config.lambdaMinClipped)
            --used;
    return used;
}

}  // namespace

SigmaGrid spacedSigmaGrid(const NoiseSchedule& noise, const SchedulerConfig& resolved, int steps) {
    SigmaGrid grid;
    grid.timesteps = spacedTimesteps({*resolved.timestepSpacing, noise.size(), steps, resolved.stepsOffset});
    roundToFp32(grid.timesteps);
    if (resolved.logLinearInterpolation) {
        const double from = std::log(static_cast<double>(noise.sigmas().back()));
        const double to = std::log(static_cast<double>(noise.sigmas().front()));
        for (int i = 0; i < steps; ++i) grid.sigmas.push_back(std::exp(from + (to - from) * i / steps));
    } else {
        for (const double timestep : grid.timesteps) grid.sigmas.push_back(noise.sigmaAt(timestep));
    }
    const double smallestOfTable = noise.sigmas().front();
    // diffusers places N+1 log-linear points and so ends on the table's smallest σ instead of zero.
    bool endsOnTable = resolved.finalSigmaIsMin || resolved.logLinearInterpolation;
    if (resolved.sigmaCurve != SigmaCurve::Spaced) {
        const double smallest = resolved.logLinearInterpolation ? smallestOfTable : grid.sigmas.back();
        grid = curveGrid(noise, resolved, grid.sigmas.front(), smallest, steps);
        endsOnTable = resolved.finalSigmaIsMin;
    }
    grid.sigmas.push_back(endsOnTable ? smallestOfTable : 0.0);
    roundToFp32(grid.sigmas);
    roundToFp32(grid.timesteps);
    requireDescending(grid);
    return grid;
}

SigmaGrid multistepSigmaGrid(const NoiseSchedule& noise, const SchedulerConfig& resolved, int steps,
                             MultistepFamily family) {
    SigmaGrid grid;
    const double smallest = noise.sigmas().front();
    double final = smallest;
    if (resolved.sigmaCurve == SigmaCurve::Spaced) {
        grid.timesteps = multistepTimesteps({*resolved.timestepSpacing, noise.size(), steps, resolved.stepsOffset},
                                            usedTrainSteps(noise, resolved, family));
        for (const double timestep : grid.timesteps) grid.sigmas.push_back(noise.sigmaAt(timestep));
    } else {
        grid = curveGrid(noise, resolved, noise.sigmas().back(), smallest, steps);
        for (double& timestep : grid.timesteps) timestep = toldTimestep(timestep, resolved, family);
        if (family == MultistepFamily::Unipc) final = grid.sigmas.back();
    }
    grid.sigmas.push_back(resolved.finalSigmaIsMin ? final : 0.0);
    roundToFp32(grid.sigmas);
    requireDescending(grid);
    return grid;
}

double initNoiseSigma(const SigmaGrid& grid, const SchedulerConfig& resolved) {
    const double largest = grid.largest();
    return resolved.timestepSpacing == TimestepSpacing::Leading ? std::sqrt(largest * largest + 1) : largest;
}

}  // namespace segmoe::samplers
