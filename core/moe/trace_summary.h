// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/routing_trace.h"

namespace segmoe::moe {

/// What a routing trace says, by the formulas of segmoe.md §7. Everything is made from the record alone.
struct TraceSummary {
    std::vector<std::vector<double>> load;  ///< [site][expert]: share of the steps that chose the expert
    std::vector<double> loadOverall;        ///< [expert]: mean over sites, divided by k: sums to 1
    std::map<std::string, std::vector<double>> loadByKind;  ///< "self", "cross_q", "cross_kv", "ff" → as loadOverall
    std::vector<double> weightShare;                        ///< [expert]: mean applied weight over all decisions
    std::vector<double> entropy;                            ///< [site]: of load/k, 0 = always the same, 1 = all alike
    double meanEntropy = 0.0;
    std::vector<double> flipRate;    ///< [step]: share of sites with another set than the step before; [0] = 0
    double meanFlipRate = 0.0;       ///< over steps 1…
    std::vector<double> saturation;  ///< [step]: share of sites with the set of the last step
    std::vector<double> overlap;     ///< [step]: mean |S(step) ∩ S(last)| / |S(last)|
    std::vector<double> margin;      ///< [site]: mean of s_(k) − s_(k+1) in units of the spread; 0 for k = E
};

TraceSummary summarize(const RoutingTrace& trace);

/// Agreement of two traces of the same mixture and number of steps.
struct TraceAgreement {
    double share = 0.0;          ///< of (site, step) decisions with the same set of experts
    std::vector<double> bySite;  ///< in the order of the first trace
    std::vector<double> byStep;
};

/// Throws Error{RequestInvalid} when sites, number of experts or steps differ, saying which.
TraceAgreement compare(const RoutingTrace& a, const RoutingTrace& b);

/// Kind of a site from its label: "D1.A0.T3.self_q" → "self", "cross_k" → "cross_kv".
std::string kindOfLabel(std::string_view label);

nlohmann::ordered_json summaryJson(const RoutingTrace& trace, const TraceSummary& summary);
nlohmann::ordered_json agreementJson(const RoutingTrace& a, const TraceAgreement& agreement);

}  // namespace segmoe::moe
