// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/moe/routing_table.h"

namespace segmoe::moe {

/// How well a gate can tell experts apart.
struct GateStatistics {
    std::string site;              ///< label
    std::vector<double> cosines;   ///< [E, E], row-major; 0 where a row is zero
    double maxCosine = 0.0;        ///< largest off the diagonal
    double conditionNumber = 0.0;  ///< largest over smallest singular value; infinite for dependent rows
    std::vector<double> norms;     ///< [E]
};

/// Above this mergekit calls a gate ill-conditioned.
inline constexpr double kConditionWarning = 5.0;

/// One entry per routing site, in execution order.
std::vector<GateStatistics> gateStatistics(const RoutingTable& table);

}  // namespace segmoe::moe
