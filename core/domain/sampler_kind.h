// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace segmoe {

enum class SamplerKind { Ddim, Ddpm, Euler, EulerA, Heun, Dpmpp2m, Dpmpp2mSde, DpmppSde, Unipc, Lms, Pndm, Lcm, Tcd };

/// Normal: spacing, offset and betas exactly as the model's own scheduler_config.json says.
enum class ScheduleKind { Normal, Karras, Exponential, SgmUniform, Simple, Trailing, Beta };

/// Names of the command line and of files: "dpmpp_2m", "sgm_uniform"…
std::string_view samplerName(SamplerKind kind);
std::optional<SamplerKind> parseSampler(std::string_view name);
std::string_view scheduleName(ScheduleKind kind);
std::optional<ScheduleKind> parseSchedule(std::string_view name);

/// Names people know from other programs: "DPM++ 2M", "Karras"…
std::string_view samplerTitle(SamplerKind kind);
std::string_view scheduleTitle(ScheduleKind kind);

const std::vector<SamplerKind>& allSamplers();
const std::vector<ScheduleKind>& allSchedules();

/// Whether the sampler can follow the schedule: ddim, ddpm and pndm walk the model's own timesteps, lcm and tcd those
/// of their distillation; the others work with any noise levels. The window disables impossible pairs.
bool isPossible(SamplerKind sampler, ScheduleKind schedule);

}  // namespace segmoe
