// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/architecture.h"
#include "core/domain/sampler_kind.h"

namespace segmoe::samplers {

enum class BetaSchedule { Linear, ScaledLinear, SquaredCosCapV2 };
enum class PredictionType { Epsilon, VPrediction, Sample };
enum class TimestepSpacing { Leading, Linspace, Trailing };

/// How the noise levels of a run are placed between the largest and the smallest.
enum class SigmaCurve {
    Spaced,       ///< at the spaced training timesteps
    Karras,       ///< uniform in σ^(1/7), arXiv 2206.00364
    Exponential,  ///< uniform in log σ
    Beta,         ///< quantiles of Beta(0.6, 0.6), arXiv 2407.12173
    Lu,           ///< uniform in log-SNR over whole training timesteps, arXiv 2206.00927
    SgmUniform,   ///< ComfyUI: N+1 timesteps from T−1 to 0, the last left out
    Simple,       ///< ComfyUI: every (T/N)-th entry of the σ table from the top
};

/// A model's scheduler_config.json. Keys that are absent and whose default differs between the scheduler classes of
/// diffusers stay empty until resolve() knows which sampler runs. Reference: diffusers 0.42 schedulers/scheduling_*.py.
struct SchedulerConfig {
    std::string className;  ///< _class_name as written, may be empty
    int trainSteps = 1000;  ///< num_train_timesteps, T
    std::optional<double> betaStart;
    std::optional<double> betaEnd;
    std::optional<BetaSchedule> betaSchedule;
    std::vector<double> trainedBetas;  ///< T values, or empty = from the three keys above
    PredictionType predictionType = PredictionType::Epsilon;
    std::optional<TimestepSpacing> timestepSpacing;
    int stepsOffset = 0;                         ///< added to "leading" timesteps
    bool rescaleBetasZeroSnr = false;            ///< arXiv 2305.08891
    std::optional<bool> setAlphaToOne;           ///< ᾱ before the first training step is 1 instead of ᾱ₀
    SigmaCurve sigmaCurve = SigmaCurve::Spaced;  ///< use_karras_sigmas and its relatives
    std::optional<double> sigmaMin;              ///< ends of the curve; absent = from the σ table
    std::optional<double> sigmaMax;
    bool logLinearInterpolation = false;  ///< interpolation_type of the Euler scheduler
    bool finalSigmaIsMin = false;         ///< final_sigmas_type "sigma_min" instead of "zero"
    int solverOrder = 2;                  ///< DPM++ and UniPC, 1…3
    bool heunCorrection = false;          ///< solver_type "heun" instead of "midpoint" (DPM++)
    bool bh1 = false;                     ///< solver_type "bh1" instead of "bh2" (UniPC)
    bool lowerOrderFinal = true;
    bool eulerAtFinal = false;
    double lambdaMinClipped = -std::numeric_limits<double>::infinity();
    std::vector<int> disableCorrector;  ///< steps after which UniPC does not correct
    bool skipPrkSteps = false;          ///< PNDM without its Runge-Kutta start
    bool largeVariance = false;         ///< variance_type "fixed_large" of DDPM
    int originalInferenceSteps = 50;    ///< grid a consistency model was distilled on (LCM, TCD)
    double timestepScaling = 10.0;      ///< LCM boundary condition
    nlohmann::json document;            ///< all keys as read, unknown ones too

    /// Reads a scheduler_config.json. `where` names the file in errors. Bounded: 1 MiB, 16 levels. Python's Infinity
    /// and NaN, which diffusers writes for lambda_min_clipped, are understood.
    /// Two rules of the Stable Diffusion pipelines are applied (segmoe.md §1.6): predicted latents are never clipped,
    /// and steps_offset is 1 for SD1 and SD2. Throws Error{ConfigInvalid} naming the file and the key.
    static SchedulerConfig parse(std::string_view text, const std::string& where, ModelFamily family);

    /// The same for a file. Throws Error{FileMissing} too.
    static SchedulerConfig read(const std::filesystem::path& file, ModelFamily family);

    /// For checkpoints that come without a scheduler: what Stable Diffusion was trained with.
    static SchedulerConfig stableDiffusion(PredictionType predictionType = PredictionType::Epsilon);

    /// What the scheduler class behind `sampler` makes of this file, as its from_config() does: absent keys take that
    /// class's defaults, keys it does not read are reset. A schedule other than Normal replaces curve or spacing.
    SchedulerConfig resolve(SamplerKind sampler, ScheduleKind schedule) const;
};

}  // namespace segmoe::samplers
