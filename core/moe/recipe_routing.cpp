// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_routing.h"

namespace segmoe::moe {

namespace {

using Json = nlohmann::ordered_json;
using Act = RoutingRule::Act;

constexpr std::size_t kMaxRules = 32;
constexpr double kMaxBias = 100.0;
constexpr std::pair<Act, std::string_view> kActs[] = {
    {Act::Mute, "mute"}, {Act::Solo, "solo"}, {Act::Pin, "pin"}, {Act::Bias, "bias"}};

RoutingRule readRule(RecipeFields& fields, int experts) {
    RoutingRule rule;
    const std::string act = fields.requiredText("act");
    bool isKnown = false;
    for (const auto& [value, name] : kActs) {
        if (name != act) continue;
        rule.act = value;
        isKnown = true;
    }
    if (!isKnown) fields.fault("act", "must be mute, solo, pin or bias, not '" + act.substr(0, 60) + "'");
    rule.expert = static_cast<int>(fields.integer("expert", 0, std::max(0, experts - 1)).value_or(0));
    rule.sites.pattern = fields.text("sites").value_or("all");
    rule.steps.from = fields.number("from", -1e-9, 1.0).value_or(0.0);
    rule.steps.to = fields.number("to", 0.0, 1.0).value_or(1.0);
    if (rule.steps.from >= rule.steps.to) fields.fault("from", "must be below 'to'");
    rule.bias = fields.number("bias", -kMaxBias, kMaxBias).value_or(0.0);
    return rule;
}

Json ruleTree(const RoutingRule& rule) {
    Json tree = Json::object();
    for (const auto& [value, name] : kActs)
        if (value == rule.act) tree["act"] = std::string(name);
    tree["expert"] = rule.expert;
    if (rule.act == Act::Bias) tree["bias"] = rule.bias;
    if (rule.sites.pattern != "all") tree["sites"] = rule.sites.pattern;
    if (rule.steps.from > 0.0) tree["from"] = rule.steps.from;
    if (rule.steps.to < 1.0) tree["to"] = rule.steps.to;
    return tree;
}

}  // namespace

RoutingPolicy readRouting(RecipeFields& fields, int experts, std::vector<RecipeFault>& faults) {
    RoutingPolicy policy;
    const std::string group = fields.text("select").value_or("batch");
    if (const auto known = parseRoutingGroup(group))
        policy.group = *known;
    else
        fields.fault("select", "must be batch, image, half or sample, not '" + group.substr(0, 60) + "'");
    policy.condOnly = fields.flag("cond_only").value_or(false);
    policy.temperature = fields.number("temperature", 0.0, 1000.0).value_or(1.0);
    const std::vector<YAML::Node> rules = fields.list("rules", kMaxRules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        RecipeFields rule(rules[i], fields.pathOf("rules[" + std::to_string(i) + "]"), faults);
        policy.rules.push_back(readRule(rule, experts));
    }
    return policy;
}

Json routingTree(const RoutingPolicy& policy) {
    Json tree = Json::object();
    if (policy.group != RoutingGroup::Batch) tree["select"] = std::string(routingGroupName(policy.group));
    if (policy.condOnly) tree["cond_only"] = true;
    if (policy.temperature != 1.0) tree["temperature"] = policy.temperature;
    for (const RoutingRule& rule : policy.rules) tree["rules"].push_back(ruleTree(rule));
    return tree;
}

}  // namespace segmoe::moe
