// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/cli/console.h"

namespace segmoe::cli {

/// The report of summarizeTrace for people: how often each expert was chosen, overall and by kind of layer input; every
/// site with --verbose; the comparison with a second trace when the report has one.
void showTraceReport(const Console& console, const nlohmann::json& report);

}  // namespace segmoe::cli
