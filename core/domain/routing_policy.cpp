// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/routing_policy.h"

#include <cmath>
#include <utility>

#include "core/base/error.h"

namespace segmoe {

namespace {

constexpr std::pair<RoutingGroup, std::string_view> kGroups[] = {{RoutingGroup::Batch, "batch"},
                                                                 {RoutingGroup::Image, "image"},
                                                                 {RoutingGroup::Half, "half"},
                                                                 {RoutingGroup::Sample, "sample"}};

/// Linear glob: * matches any run of characters.
bool globMatches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] != '*' && pattern[p] == text[t]) {
            ++p, ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

void checkRule(const RoutingRule& rule, int experts) {
    if (rule.expert < 0 || rule.expert >= experts)
        throw Error(ErrorCode::RequestInvalid, "Expert " + std::to_string(rule.expert) +
                                                   " does not exist; this mixture has experts 0 to " +
                                                   std::to_string(experts - 1) + ".");
    if (!std::isfinite(rule.bias))
        throw Error(ErrorCode::RequestInvalid,
                    "The bias of expert " + std::to_string(rule.expert) + " is not a number.");
    if (rule.steps.from < 0.0 || rule.steps.to > 1.0 || rule.steps.from >= rule.steps.to)
        throw Error(ErrorCode::RequestInvalid, "A step range must lie in 0…1 with its start before its end.");
}

}  // namespace

std::string_view siteKindName(SiteKind kind) {
    switch (kind) {
        case SiteKind::SelfAttention: return "self";
        case SiteKind::CrossQuery: return "cross_q";
        case SiteKind::CrossKeyValue: return "cross_kv";
        case SiteKind::FeedForward: return "ff";
    }
    return "";
}

std::string_view routingGroupName(RoutingGroup group) {
    for (const auto& [value, name] : kGroups)
        if (value == group) return name;
    return "batch";
}

std::optional<RoutingGroup> parseRoutingGroup(std::string_view name) {
    for (const auto& [value, known] : kGroups)
        if (known == name) return value;
    return std::nullopt;
}

bool SiteSelector::matches(std::string_view label) const {
    std::string_view rest = pattern;
    while (true) {
        const std::size_t comma = rest.find(',');
        std::string_view part = rest.substr(0, comma);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        if (part == "all" || part.empty() || globMatches(part, label)) return true;
        if (comma == std::string_view::npos) return false;
        rest.remove_prefix(comma + 1);
    }
}

bool StepRange::contains(int step, int steps) const {
    const double share = steps > 0 ? static_cast<double>(step) / steps : 0.0;
    return share >= from && (share < to || to >= 1.0);
}

void RoutingPolicy::validate(int experts) const {
    if (topK < 0 || topK > experts)
        throw Error(ErrorCode::RequestInvalid, "The number of active experts must be 1 to " + std::to_string(experts) +
                                                   ", not " + std::to_string(topK) + ".");
    for (const auto& [kind, k] : topKPerKind)
        if (k < 1 || k > experts)
            throw Error(ErrorCode::RequestInvalid, "The number of active experts of '" +
                                                       std::string(siteKindName(kind)) + "' must be 1 to " +
                                                       std::to_string(experts) + ", not " + std::to_string(k) + ".");
    if (!(temperature > 0.0) || !std::isfinite(temperature))
        throw Error(ErrorCode::RequestInvalid, "The routing temperature must be greater than 0.");
    std::vector<bool> muted(static_cast<std::size_t>(experts), false);
    for (const RoutingRule& rule : rules) {
        checkRule(rule, experts);
        const bool everywhere = rule.sites.matches("") && rule.steps == StepRange{};
        if (rule.act == RoutingRule::Act::Mute && everywhere) muted[static_cast<std::size_t>(rule.expert)] = true;
    }
    for (const RoutingRule& rule : rules)
        if (rule.act == RoutingRule::Act::Solo && muted[static_cast<std::size_t>(rule.expert)])
            throw Error(ErrorCode::RequestInvalid,
                        "Expert " + std::to_string(rule.expert) + " is muted and solo at once.");
    bool anyLeft = experts == 0;
    for (bool isMuted : muted) anyLeft = anyLeft || !isMuted;
    if (!anyLeft) throw Error(ErrorCode::RequestInvalid, "All experts are muted; leave at least one.");
}

}  // namespace segmoe
