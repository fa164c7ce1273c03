// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/domain/routing_trace.h"

namespace segmoe::moe {

/// One line per decision: step, timestep, site, kind, then expert and weight by rank, then the score of each expert.
/// RFC 4180, numbers with a point whatever the locale.
std::string traceCsv(const RoutingTrace& trace);

}  // namespace segmoe::moe
