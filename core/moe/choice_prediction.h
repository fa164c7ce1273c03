// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/moe/gate_cache.h"
#include "core/moe/routing_table.h"

namespace segmoe::moe {

/// What a site would choose for a layer input of which only the token mean is known.
struct PredictedChoice {
    std::vector<int> chosen;     ///< best first
    std::vector<float> weights;  ///< softmax of the mean's logits over the chosen
};

/// One entry per site, in execution order, without any control. Exact for the text path, where the mean is the prompt's
/// own; elsewhere as good as the drawing the means come from. Throws Error{GateFailed} when an input is missing.
std::vector<PredictedChoice> predictChoices(const RoutingTable& table, const InputMeans& means);

/// Name of the layer input a module reads: InputCapture's, or "context".
std::string inputNameOf(SiteKind kind, const std::string& module);

}  // namespace segmoe::moe
