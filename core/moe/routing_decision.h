// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/routing_policy.h"

namespace segmoe::moe {

/// What the rules of a policy mean at one site and step.
struct DecisionControls {
    int k = 1;                                 ///< wanted number of experts, 1…E
    std::vector<bool> allowed;                 ///< [E]; empty = all
    std::vector<std::pair<int, double>> bias;  ///< expert, in units of the site's spread
    std::vector<int> pinned;                   ///< in the order of the rules, without repeats
    bool operator==(const DecisionControls&) const = default;
};

/// The experts of one group of rows at one site.
struct RoutingDecision {
    std::vector<int> chosen;     ///< best first: pinned ones, then by score; min(k, allowed) of them
    std::vector<int> preferred;  ///< what the raw scores alone would have chosen
    std::vector<float> scores;   ///< [E], raw
    bool operator==(const RoutingDecision&) const = default;
};

/// The controls a policy asks for at a site. A rule reaches a site by its label or by the label of the merged form
/// (RoutingSite::mergedLabel), so "cross_kv" and "D1.A0.T0.self" keep working where gates differ and sites are apart.
DecisionControls controlsAt(const RoutingPolicy& policy, SiteKind kind, std::string_view label,
                            std::string_view mergedLabel, int step, int steps, int experts, int defaultK);

/// segmoe.md §4.3, in this order: scores → mute/solo → bias → pin → top-k. Ties go to the lower index.
/// The bias acts on z-scores over all experts, z_e = (s_e − mean s)/max(std s, 1e-6) + b_e, so that no bias leaves the
/// order exact. More pins than k: the first k. A muted expert stays muted when pinned. Scores must be finite.
/// Throws Error{RequestInvalid} when no expert is allowed.
RoutingDecision decide(std::span<const float> scores, const DecisionControls& controls);

}  // namespace segmoe::moe
