// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/plan_of_rules.h"

#include <cmath>
#include <utility>

#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr SiteKind kAllSiteKinds[] = {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::CrossKeyValue,
                                      SiteKind::FeedForward};

std::optional<SiteKind> kindOfName(const QString& name) {
    for (const SiteKind kind : kAllSiteKinds)
        if (name == toText(siteKindName(kind))) return kind;
    return std::nullopt;
}

/// "U0.A1.T2.self,U0.A1.T3.self": blocks with one kind, or with all.
std::optional<ActScope> scopeOfBlocks(const QString& pattern) {
    ActScope scope;
    QString kinds;
    for (const QString& one : pattern.split(u',')) {
        const qsizetype dot = one.lastIndexOf(u'.');
        const QString block = one.left(dot), kind = one.mid(dot + 1);
        if (!block.contains(u'.') || block.contains(u'*') || (!kinds.isEmpty() && kind != kinds)) return std::nullopt;
        kinds = kind;
        scope.blocks << block;
    }
    scope.kind = kindOfName(kinds);
    return scope;
}

/// "U0.*", "U0.*.self", "*.self".
std::optional<ActScope> scopeOfStage(const QString& pattern) {
    ActScope scope;
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0) return std::nullopt;
    scope.stage = pattern.left(star);
    if (scope.stage.endsWith(u'.')) scope.stage.chop(1);
    if (const QString rest = pattern.mid(star + 1); rest.startsWith(u'.')) scope.kind = kindOfName(rest.mid(1));
    return scope;
}

void setSteps(ActScope& scope, const StepRange& range, int steps) {
    const double first = range.from * steps, last = range.to * steps;
    const bool fallsOnSteps = std::abs(first - std::round(first)) < 1e-9 && std::abs(last - std::round(last)) < 1e-9;
    if (scope.kind == SiteKind::CrossKeyValue ? range != StepRange() : steps <= 0 || !fallsOnSteps) {
        scope.exactSteps = range;
        return;
    }
    if (scope.kind == SiteKind::CrossKeyValue) return;
    scope.firstStep = static_cast<int>(std::round(first)) + 1;
    scope.lastStep = range.to >= 1.0 ? 0 : static_cast<int>(std::round(last));
}

/// False where the expert has this switch already: another rule begins.
bool take(ActSwitches& switches, const RoutingRule& rule) {
    const auto turnOn = [](bool& which) { return !std::exchange(which, true); };
    switch (rule.act) {
        case RoutingRule::Act::Mute: return turnOn(switches.mute);
        case RoutingRule::Act::Solo: return turnOn(switches.solo);
        case RoutingRule::Act::Pin: return turnOn(switches.pin);
        case RoutingRule::Act::Bias:
            if (switches.bias != 0.0) return false;
            switches.bias = rule.bias;
            return true;
    }
    return true;
}

}  // namespace

ActScope scopeOfPattern(const std::string& pattern) {
    if (pattern == "all" || pattern == "*") return {};
    if (pattern == "cross_kv") return {.kind = SiteKind::CrossKeyValue};
    const QString text = toText(pattern);
    for (const auto& scope : {scopeOfBlocks(text), scopeOfStage(text)})
        if (scope && sitePattern(*scope) == pattern) return *scope;
    return {.pattern = text};
}

ActPlan planOfRules(const std::vector<RoutingRule>& rules, int topK, int experts, int steps) {
    ActPlan plan;
    plan.forcedK = topK;
    const ActRule nothing{.experts = std::vector<ActSwitches>(static_cast<std::size_t>(experts)), .scope = {}};
    for (const RoutingRule& rule : rules) {
        if (rule.expert < 0 || rule.expert >= experts) continue;
        ActScope scope = scopeOfPattern(rule.sites.pattern);
        setSteps(scope, rule.steps, steps);
        const auto place = static_cast<std::size_t>(rule.expert);
        if (!plan.rules.empty() && plan.rules.back().scope == scope && take(plan.rules.back().experts[place], rule))
            continue;
        plan.rules.push_back(nothing);
        plan.rules.back().scope = scope;
        take(plan.rules.back().experts[place], rule);
    }
    plan.draft = nothing;
    if (!plan.rules.empty() && plan.rules.back().scope == ActScope()) {
        plan.draft = plan.rules.back();
        plan.rules.pop_back();
    }
    return plan;
}

}  // namespace segmoe::ui
