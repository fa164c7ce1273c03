// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/render_result.h"
#include "core/domain/routing_trace.h"

namespace segmoe {

/// Heat map of a run: a row per site in execution order, a column per expert; the value is the share of steps in which
/// the site chose the expert, times its mean weight (k = 1: the share alone). Cividis palette with a scale, rows
/// grouped by block.
Picture drawRoutingMap(const RoutingTrace& trace);

}  // namespace segmoe
