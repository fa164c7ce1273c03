// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/domain/picture_settings.h"

namespace segmoe::images {

/// Fills samplerText, sampler, schedule and samplerExact from the names other programs write: "DPM++ 2M Karras",
/// "k_euler_ancestral", "dpmpp_2m_sde_gpu", "euler_k"…, `schedule` as its own field or empty. A method that ours only
/// resembles, or a pair that ours cannot follow, makes samplerExact false.
void assignSampler(std::string_view sampler, std::string_view schedule, PictureSettings& settings);

}  // namespace segmoe::images
