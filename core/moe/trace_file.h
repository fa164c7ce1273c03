// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/domain/render_result.h"
#include "core/domain/routing_trace.h"

namespace segmoe::moe {

/// Routing traces as safetensors (product.md §4): chosen I32 [steps, sites, k], weights F32 [steps, sites, k], scores
/// F32 [steps, sites, E], timesteps F32 [steps]; in __metadata__ the JSON arrays `sites` and `experts` and the JSON
/// `request`. Other tensors are ignored on reading.

/// detail: adds the tensors of detail_file, among them the maps. Throws as writeSafetensors.
void writeTrace(const RoutingTrace& trace, const std::filesystem::path& file, const RoutingDetail* detail = nullptr);
/// Throws Error{CaptureInvalid} naming what is wrong: types, shapes that contradict each other, experts out of range,
/// values that are no numbers, metadata that is missing; Error{CaptureTooNew}; Error{FileMissing, LocalIo}.
RoutingTrace readTrace(const std::filesystem::path& file);

/// A capture: the trace with its detail, and with the picture where wanted (tensor `picture` U8 [height, width, 3], its
/// texts and seed in the metadata). A reader of traces reads it too.
void writeCapture(const RenderedImage& image, const std::filesystem::path& file, bool withPicture);
/// Throws as readTrace. picture and detail are empty where the file has none.
RenderedImage readCapture(const std::filesystem::path& file);

}  // namespace segmoe::moe
