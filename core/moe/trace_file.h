// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/domain/routing_trace.h"

namespace segmoe::moe {

/// Routing traces as safetensors (product.md §4): chosen I32 [steps, sites, k], weights F32 [steps, sites, k], scores
/// F32 [steps, sites, E], timesteps F32 [steps]; in __metadata__ the JSON arrays `sites` and `experts` and the JSON
/// `request`. Other tensors (maps) are ignored on reading.

/// Throws as writeSafetensors.
void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file);
/// Throws Error{CaptureInvalid} naming what is wrong: types, shapes that contradict each other, experts out of range,
/// values that are no numbers, metadata that is missing; Error{CaptureTooNew}; Error{FileMissing, LocalIo}.
RoutingTrace readTrace(const std::filesystem::path& file);

}  // namespace segmoe::moe
