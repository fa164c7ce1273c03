// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_decision.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"

namespace segmoe::moe {

namespace {

/// Expert numbers, the highest key first, ties by number.
std::vector<int> orderBy(const std::vector<double>& keys) {
    std::vector<int> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return keys[static_cast<std::size_t>(a)] > keys[static_cast<std::size_t>(b)];
    });
    return order;
}

std::vector<double> biased(std::span<const float> scores, const std::vector<std::pair<int, double>>& bias) {
    std::vector<double> keys(scores.begin(), scores.end());
    if (bias.empty()) return keys;
    const auto count = static_cast<double>(keys.size());
    const double mean = std::accumulate(keys.begin(), keys.end(), 0.0) / count;
    double variance = 0.0;
    for (double key : keys) variance += (key - mean) * (key - mean) / count;
    const double spread = std::max(std::sqrt(variance), 1e-6);
    for (double& key : keys) key = (key - mean) / spread;
    for (const auto& [expert, amount] : bias) keys[static_cast<std::size_t>(expert)] += amount;
    return keys;
}

}  // namespace

DecisionControls controlsAt(const RoutingPolicy& policy, SiteKind kind, std::string_view label,
                            std::string_view mergedLabel, int step, int steps, int experts, int defaultK) {
    DecisionControls controls;
    controls.k = policy.topK > 0 ? policy.topK : defaultK;
    if (const auto own = policy.topKPerKind.find(kind); own != policy.topKPerKind.end()) controls.k = own->second;
    controls.k = std::clamp(controls.k, 1, experts);
    std::vector<bool> muted(static_cast<std::size_t>(experts), false), solo(static_cast<std::size_t>(experts), false);
    bool isAnySolo = false, isAnyMuted = false;
    for (const RoutingRule& rule : policy.rules) {
        if (rule.expert < 0 || rule.expert >= experts || !rule.steps.contains(step, steps)) continue;
        if (!rule.sites.matches(label) && !rule.sites.matches(mergedLabel)) continue;
        const auto expert = static_cast<std::size_t>(rule.expert);
        switch (rule.act) {
            case RoutingRule::Act::Mute: muted[expert] = isAnyMuted = true; break;
            case RoutingRule::Act::Solo: solo[expert] = isAnySolo = true; break;
            case RoutingRule::Act::Bias:
                if (rule.bias != 0.0) controls.bias.emplace_back(rule.expert, rule.bias);
                break;
            case RoutingRule::Act::Pin:
                if (std::find(controls.pinned.begin(), controls.pinned.end(), rule.expert) == controls.pinned.end())
                    controls.pinned.push_back(rule.expert);
                break;
        }
    }
    if (!isAnyMuted && !isAnySolo) return controls;
    controls.allowed.resize(static_cast<std::size_t>(experts));
    for (std::size_t e = 0; e < controls.allowed.size(); ++e)
        controls.allowed[e] = !muted[e] && (!isAnySolo || solo[e]);
    return controls;
}

RoutingDecision decide(std::span<const float> scores, const DecisionControls& controls) {
    const auto isAllowed = [&](int e) {
        return controls.allowed.empty() || controls.allowed[static_cast<std::size_t>(e)];
    };
    RoutingDecision decision;
    decision.scores.assign(scores.begin(), scores.end());
    const auto k = static_cast<std::size_t>(controls.k);
    decision.preferred = orderBy({scores.begin(), scores.end()});
    decision.preferred.resize(std::min(k, decision.preferred.size()));

    const auto take = [&](int e) {
        const bool isTaken = std::find(decision.chosen.begin(), decision.chosen.end(), e) != decision.chosen.end();
        if (decision.chosen.size() < k && isAllowed(e) && !isTaken) decision.chosen.push_back(e);
    };
    for (int e : controls.pinned) take(e);
    for (int e : orderBy(biased(scores, controls.bias))) take(e);
    if (decision.chosen.empty())
        throw Error(ErrorCode::RequestInvalid, "All experts are muted at a routing site; leave at least one.");
    return decision;
}

}  // namespace segmoe::moe
