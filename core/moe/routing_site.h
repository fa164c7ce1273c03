// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/domain/routing_policy.h"

namespace segmoe::moe {

/// One layer input that has a decision of its own, and the modules that share it. Immutable.
struct RoutingSite {
    int index = 0;            ///< position in execution order, as in traces
    std::string label;        ///< "D1.A0.T3.self", "D1.A0.T3.self_q" where q, k, v have different gates, "cross_kv"
    std::string mergedLabel;  ///< label of the usual, merged form: rules reach a site by either
    SiteKind kind = SiteKind::SelfAttention;
    std::vector<std::string> modules;  ///< full names
    at::Tensor gate;                   ///< fp32 [E, Cin] where the network computes
    bool isPerPrompt() const { return kind == SiteKind::CrossKeyValue; }
};

}  // namespace segmoe::moe
