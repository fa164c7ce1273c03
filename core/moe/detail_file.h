// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/domain/routing_detail.h"
#include "core/domain/routing_trace.h"
#include "core/moe/record_file.h"
#include "core/weights/memory_source.h"

namespace segmoe::moe {

/// RoutingDetail within a trace file. H halves of guidance, S sites, T tokens: detail.preferred, detail.applied,
/// detail.spread F32 [H, S, steps, E]; detail.entropy F32 [H, S, steps]; detail.margin F32 [S, steps];
/// detail.preferred_set U8 [S, steps, k]; detail.grids I32 [S, 4] (grid and map, width first); text.N.preferred and
/// text.N.applied F32 [H, T, E], text.N.chosen I32; map.SITE and map_negative.SITE F16 [steps, E, h, w]. Metadata
/// `detail`: JSON with level, picture size, labels, tokens and blocks.
void addDetail(const RoutingDetail& detail, int experts, int k, MemorySource::Tensors& tensors,
               std::map<std::string, std::string>& metadata);

/// Null when the file has none. Throws Error{CaptureInvalid}.
std::shared_ptr<const RoutingDetail> readDetail(const RecordFile& file, const RoutingTrace& trace);

}  // namespace segmoe::moe
