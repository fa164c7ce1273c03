// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe {

/// Layer inputs that have a decision of their own.
enum class SiteKind { SelfAttention, CrossQuery, CrossKeyValue, FeedForward };

/// "self", "cross_q", "cross_kv", "ff": as in site labels and traces.
std::string_view siteKindName(SiteKind kind);

/// segmoe.md §4.1. The later modes arrive with their own issue; the enum has the ones that run.
enum class RoutingMode { Layer };

/// segmoe.md §4.2: rows that are routed together.
enum class RoutingGroup {
    Batch,   ///< all rows of a UNet call (the reference)
    Image,   ///< both guidance halves of one picture
    Half,    ///< all conditional / all unconditional rows
    Sample,  ///< each batch element alone
};

std::string_view routingGroupName(RoutingGroup group);
std::optional<RoutingGroup> parseRoutingGroup(std::string_view name);

/// Chooses sites: empty members match everything. Text form "D1.*", "*.ff", "U0.A1.T2.self", "all", comma separated.
struct SiteSelector {
    std::string pattern = "all";
    /// label: "D1.A0.T3.self" or "cross_kv". Case sensitive glob with * per whole label.
    bool matches(std::string_view label) const;
    bool operator==(const SiteSelector&) const = default;
};

/// Inclusive first, exclusive last, in share of the run: 0…1.
struct StepRange {
    double from = 0.0;
    double to = 1.0;
    bool contains(int step, int steps) const;
    bool operator==(const StepRange&) const = default;
};

/// One act of the user on the routing: segmoe.md §4.3.
struct RoutingRule {
    enum class Act { Mute, Solo, Pin, Bias };
    Act act = Act::Mute;
    int expert = 0;
    double bias = 0.0;  ///< Act::Bias: in units of the site's spread
    SiteSelector sites;
    StepRange steps;
    bool operator==(const RoutingRule&) const = default;
};

/// How experts are chosen in a run. Applied in this order: scores → mute/solo → bias → pin/top-k → weights.
struct RoutingPolicy {
    RoutingMode mode = RoutingMode::Layer;
    RoutingGroup group = RoutingGroup::Batch;
    bool condOnly = false;  ///< score from the conditional rows only, applied to both halves
    int topK = 0;           ///< 0 = as in the mixture
    std::map<SiteKind, int> topKPerKind;
    double temperature = 1.0;  ///< softmax(L/τ) of the weights; does not change the choice
    std::vector<RoutingRule> rules;
    bool compat = false;  ///< reproduce the reference's arithmetic: one batch, sum of fp32 logits
    bool operator==(const RoutingPolicy&) const = default;

    /// Throws Error{RequestInvalid}: expert out of range, all experts muted somewhere, k < 1, temperature ≤ 0.
    void validate(int experts) const;
};

}  // namespace segmoe
