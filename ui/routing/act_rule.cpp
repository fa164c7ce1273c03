// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/act_rule.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/routing_words.h"
#include "ui/routing/site_label.h"

namespace segmoe::ui {

namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(ActRule)
};

QStringList actTexts(const std::vector<ActSwitches>& experts) {
    QStringList parts;
    for (std::size_t e = 0; e < experts.size(); ++e) {
        const QString letter(expertLetter(static_cast<int>(e)));
        if (experts[e].mute) parts << RuleWords::tr("Mute %1").arg(letter);
        if (experts[e].solo) parts << RuleWords::tr("Solo %1").arg(letter);
        if (experts[e].pin) parts << RuleWords::tr("Pin %1").arg(letter);
        if (experts[e].bias != 0.0)
            parts << RuleWords::tr("Bias %1 %2")
                         .arg(letter,
                              (experts[e].bias > 0 ? QStringLiteral("+") : QString()) + number(experts[e].bias, 1));
    }
    return parts;
}

QString scopeText(const ActScope& scope, int steps) {
    QStringList parts;
    if (scope.kind == SiteKind::CrossKeyValue) return RuleWords::tr("text path");
    if (!scope.pattern.isEmpty()) parts << scope.pattern;
    if (!scope.stage.isEmpty()) parts << scope.stage;
    if (scope.blocks.size() == 1) parts << scope.blocks[0];
    if (scope.blocks.size() > 1) parts << RuleWords::tr("%n layer(s)", "", static_cast<int>(scope.blocks.size()));
    if (scope.kind) parts << kindText(*scope.kind).toLower();
    const int last = scope.lastStep > 0 ? scope.lastStep : steps;
    if (scope.exactSteps)
        parts << RuleWords::tr("%1 to %2 of the steps")
                     .arg(percent(scope.exactSteps->from), percent(scope.exactSteps->to));
    if (scope.firstStep > 1 || last < steps) parts << RuleWords::tr("steps %1 to %2").arg(scope.firstStep).arg(last);
    return parts.isEmpty() ? RuleWords::tr("everywhere") : parts.join(QStringLiteral(", "));
}

}  // namespace

std::string sitePattern(const ActScope& scope) {
    if (!scope.pattern.isEmpty()) return scope.pattern.toStdString();
    if (scope.kind == SiteKind::CrossKeyValue) return "cross_kv";
    const std::string kind = scope.kind ? std::string(siteKindName(*scope.kind)) : std::string("*");
    if (!scope.blocks.isEmpty()) {
        std::string pattern;
        for (const QString& block : scope.blocks)
            pattern += (pattern.empty() ? "" : ",") + block.toStdString() + "." + kind;
        return pattern;
    }
    if (!scope.stage.isEmpty()) return scope.stage.toStdString() + ".*" + (scope.kind ? "." + kind : "");
    return scope.kind ? "*." + kind : "all";
}

bool ActRule::isNeutral() const { return std::ranges::all_of(experts, &ActSwitches::isNeutral); }

std::vector<RoutingRule> ActRule::toRules(int steps) const {
    std::vector<RoutingRule> rules;
    RoutingRule rule;
    rule.sites.pattern = sitePattern(scope);
    const int last = scope.lastStep > 0 ? std::min(scope.lastStep, steps) : steps;
    if (scope.exactSteps) {
        rule.steps = *scope.exactSteps;
    } else if (scope.kind != SiteKind::CrossKeyValue && steps > 0) {
        rule.steps.from = static_cast<double>(scope.firstStep - 1) / steps;
        rule.steps.to = last >= steps ? 1.0 : static_cast<double>(last) / steps;
    }
    for (std::size_t e = 0; e < experts.size(); ++e) {
        rule.expert = static_cast<int>(e);
        rule.bias = 0.0;
        const auto add = [&](RoutingRule::Act act) {
            rule.act = act;
            rules.push_back(rule);
        };
        if (experts[e].mute) add(RoutingRule::Act::Mute);
        if (experts[e].solo) add(RoutingRule::Act::Solo);
        if (experts[e].pin) add(RoutingRule::Act::Pin);
        if (experts[e].bias != 0.0) {
            rule.bias = experts[e].bias;
            add(RoutingRule::Act::Bias);
        }
    }
    return rules;
}

QString ActRule::text(int steps) const {
    return RuleWords::tr("%1 · %2").arg(actTexts(experts).join(QStringLiteral(", ")), scopeText(scope, steps));
}

RoutingPolicy ActPlan::policy(RoutingPolicy base, int steps) const {
    base.rules.clear();
    const auto add = [&](const ActRule& rule) {
        const std::vector<RoutingRule> more = rule.toRules(steps);
        base.rules.insert(base.rules.end(), more.begin(), more.end());
    };
    for (const ActRule& rule : rules) add(rule);
    add(draft);
    base.topK = forcedK;
    return base;
}

QString ActPlan::summary() const {
    QStringList parts;
    for (const ActRule& rule : rules) parts << actTexts(rule.experts);
    parts << actTexts(draft.experts);
    parts.removeDuplicates();
    if (forcedK > 0) parts << RuleWords::tr("k = %1").arg(forcedK);
    return parts.join(QStringLiteral(", "));
}

}  // namespace segmoe::ui
