// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/domain/routing_policy.h"

namespace segmoe::ui {

/// What is switched for one expert.
struct ActSwitches {
    bool mute = false;
    bool solo = false;
    bool pin = false;
    double bias = 0.0;  ///< −5…5, in units of the layer's own spread
    bool isNeutral() const { return !mute && !solo && !pin && bias == 0.0; }
    bool operator==(const ActSwitches&) const = default;
};

/// Where and when switches act.
struct ActScope {
    QStringList blocks{};            ///< "U0.A1.T2"; empty = all layers, or the stage
    QString stage{};                 ///< "U0"; empty = not by stage
    std::optional<SiteKind> kind{};  ///< CrossKeyValue = the text path, which ignores layers and steps
    int firstStep = 1;               ///< counted from 1
    int lastStep = 0;                ///< 0 = to the end
    /// As somebody else wrote them, where the panel has no controls for it: instead of all of the above.
    QString pattern{};
    std::optional<StepRange> exactSteps{};
    bool operator==(const ActScope&) const = default;
};

/// One rule as the user sees it: the switches of all experts in one scope.
struct ActRule {
    std::vector<ActSwitches> experts{};
    ActScope scope{};

    bool isNeutral() const;
    /// What the engine understands. steps = of the render that it is for.
    std::vector<RoutingRule> toRules(int steps) const;
    /// "Mute B, U0, steps 10 to 25".
    QString text(int steps) const;
    bool operator==(const ActRule&) const = default;
};

/// Everything the act panel asks for.
struct ActPlan {
    std::vector<ActRule> rules;  ///< kept ones, later wins
    ActRule draft;               ///< the switches as they stand
    int forcedK = 0;             ///< 0 = as in the mix
    bool operator==(const ActPlan&) const = default;

    bool isNeutral() const { return rules.empty() && draft.isNeutral() && forcedK == 0; }
    /// Over the policy that the first render had, without its rules.
    RoutingPolicy policy(RoutingPolicy base, int steps) const;
    /// "Muting B" and so on, for the sentence about what changed.
    QString summary() const;
};

/// The pattern of core/domain SiteSelector for a scope.
std::string sitePattern(const ActScope& scope);

}  // namespace segmoe::ui
