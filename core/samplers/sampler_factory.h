// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "core/domain/sampler_kind.h"
#include "core/samplers/sampler.h"
#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

struct SamplerOptions {
    std::optional<double> eta;  ///< 0…1: share of fresh noise; DDIM 0 and TCD 0.3 unless given, others ignore it
};

/// The run of `sampler` over `steps` steps with the noise levels of `schedule`, for a model with `config`.
/// Throws Error: SamplerUnsupported for an impossible pair (isPossible) or a config the method cannot run,
/// RequestInvalid for a number of steps that does not fit, ConfigInvalid for values that contradict each other.
std::unique_ptr<Sampler> makeSampler(SamplerKind sampler, ScheduleKind schedule, const SchedulerConfig& config,
                                     int steps, const SamplerOptions& options = {});

}  // namespace segmoe::samplers
