// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/recipe_json.h"

#include "ui/queue/json_fields.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;
using json::read;
using json::readAll;
using json::readEnum;
using json::write;
using json::writeAll;

namespace {

QJsonArray unknownJson(const UnknownKeys& keys) {
    QJsonArray array;
    for (const auto& [key, text] : keys) array.append(QJsonObject{{u"key"_s, write(key)}, {u"text"_s, write(text)}});
    return array;
}

UnknownKeys unknownFrom(const QJsonValue& value) {
    return readAll<UnknownKeys::value_type>(value, [](const QJsonObject& o) {
        UnknownKeys::value_type pair;
        read(o["key"_L1], pair.first);
        read(o["text"_L1], pair.second);
        return pair;
    });
}

QJsonObject promptJson(const WeightedPrompt& prompt) {
    return {{u"text"_s, write(prompt.text)}, {u"weight"_s, prompt.weight}};
}

WeightedPrompt promptFrom(const QJsonObject& o) {
    WeightedPrompt prompt;
    read(o["text"_L1], prompt.text);
    read(o["weight"_L1], prompt.weight);
    return prompt;
}

}  // namespace

QJsonObject toJson(const LoraRef& lora) {
    return {{u"source"_s, write(lora.source)},           {u"strength"_s, lora.strength},
            {u"positive"_s, write(lora.positivePrompt)}, {u"negative"_s, write(lora.negativePrompt)},
            {u"target"_s, write(lora.target)},           {u"unknown"_s, unknownJson(lora.unknown)}};
}

LoraRef loraFromJson(const QJsonObject& o) {
    LoraRef lora;
    read(o["source"_L1], lora.source);
    read(o["strength"_L1], lora.strength);
    read(o["positive"_L1], lora.positivePrompt);
    read(o["negative"_L1], lora.negativePrompt);
    readEnum(o["target"_L1], lora.target, LoraTarget::All);
    lora.unknown = unknownFrom(o["unknown"_L1]);
    return lora;
}

namespace {

QJsonObject ruleJson(const RoutingRule& rule) {
    return {{u"act"_s, write(rule.act)},  {u"expert"_s, rule.expert},
            {u"bias"_s, rule.bias},       {u"sites"_s, write(rule.sites.pattern)},
            {u"from"_s, rule.steps.from}, {u"to"_s, rule.steps.to}};
}

RoutingRule ruleFrom(const QJsonObject& o) {
    RoutingRule rule;
    readEnum(o["act"_L1], rule.act, RoutingRule::Act::Bias);
    read(o["expert"_L1], rule.expert);
    read(o["bias"_L1], rule.bias);
    read(o["sites"_L1], rule.sites.pattern);
    read(o["from"_L1], rule.steps.from);
    read(o["to"_L1], rule.steps.to);
    return rule;
}

QJsonObject loraJson(const LoraRef& lora) { return toJson(lora); }

QJsonObject expertJson(const ExpertSpec& expert) {
    return {{u"source"_s, write(expert.source)},
            {u"alias"_s, write(expert.alias)},
            {u"positive"_s, writeAll(expert.positive, promptJson)},
            {u"negative"_s, writeAll(expert.negative, promptJson)},
            {u"loras"_s, writeAll(expert.loras, loraJson)},
            {u"unknown"_s, unknownJson(expert.unknown)}};
}

ExpertSpec expertFrom(const QJsonObject& o) {
    ExpertSpec expert;
    read(o["source"_L1], expert.source);
    read(o["alias"_L1], expert.alias);
    expert.positive = readAll<WeightedPrompt>(o["positive"_L1], promptFrom);
    expert.negative = readAll<WeightedPrompt>(o["negative"_L1], promptFrom);
    expert.loras = readAll<LoraRef>(o["loras"_L1], loraFromJson);
    expert.unknown = unknownFrom(o["unknown"_L1]);
    return expert;
}

QJsonObject parkedJson(const ParkedExpert& parked) {
    return {{u"position"_s, parked.position}, {u"expert"_s, expertJson(parked.expert)}};
}

ParkedExpert parkedFrom(const QJsonObject& o) {
    ParkedExpert parked;
    read(o["position"_L1], parked.position);
    parked.expert = expertFrom(o["expert"_L1].toObject());
    return parked;
}

}  // namespace

QJsonObject toJson(const RoutingPolicy& policy) {
    QJsonObject perKind;
    for (const auto& [kind, k] : policy.topKPerKind) perKind[QString::number(static_cast<int>(kind))] = k;
    return {{u"mode"_s, write(policy.mode)},  {u"group"_s, write(policy.group)},
            {u"condOnly"_s, policy.condOnly}, {u"topK"_s, policy.topK},
            {u"topKPerKind"_s, perKind},      {u"temperature"_s, policy.temperature},
            {u"compat"_s, policy.compat},     {u"rules"_s, writeAll(policy.rules, ruleJson)}};
}

RoutingPolicy policyFromJson(const QJsonObject& o) {
    RoutingPolicy policy;
    readEnum(o["mode"_L1], policy.mode, RoutingMode::Layer);
    readEnum(o["group"_L1], policy.group, RoutingGroup::Sample);
    read(o["condOnly"_L1], policy.condOnly);
    read(o["topK"_L1], policy.topK);
    const QJsonObject perKind = o["topKPerKind"_L1].toObject();
    for (auto kind : {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::CrossKeyValue, SiteKind::FeedForward})
        if (const QJsonValue k = perKind[QString::number(static_cast<int>(kind))]; k.isDouble())
            policy.topKPerKind[kind] = k.toInt();
    read(o["temperature"_L1], policy.temperature);
    read(o["compat"_L1], policy.compat);
    policy.rules = readAll<RoutingRule>(o["rules"_L1], ruleFrom);
    return policy;
}

QJsonObject toJson(const MixRecipe& recipe) {
    QJsonArray leftOut;
    for (const std::string& block : recipe.leftOut) leftOut.append(write(block));
    return {{u"name"_s, write(recipe.name)},
            {u"folder"_s, write(recipe.folder)},
            {u"base"_s, write(recipe.base)},
            {u"type"_s, write(recipe.type)},
            {u"layers"_s, write(recipe.layers)},
            {u"expertsPerToken"_s, recipe.expertsPerToken},
            {u"gates"_s, write(recipe.gates)},
            {u"experts"_s, writeAll(recipe.experts, expertJson)},
            {u"loras"_s, writeAll(recipe.loras, loraJson)},
            {u"gateSeed"_s, write(recipe.gateSeed)},
            {u"gateSteps"_s, recipe.gateSteps},
            {u"gateCfg"_s, recipe.gateCfg},
            {u"gateCentre"_s, recipe.gateCentre},
            {u"parked"_s, writeAll(recipe.parked, parkedJson)},
            {u"leftOut"_s, leftOut},
            {u"routing"_s, toJson(recipe.routing)},
            {u"precision"_s, write(recipe.precision)},
            {u"compat"_s, recipe.compat},
            {u"notes"_s, write(recipe.notes)},
            {u"unknown"_s, unknownJson(recipe.unknown)},
            {u"studioUnknown"_s, unknownJson(recipe.studioUnknown)}};
}

MixRecipe recipeFromJson(const QJsonObject& o) {
    MixRecipe recipe;
    read(o["name"_L1], recipe.name);
    read(o["folder"_L1], recipe.folder);
    read(o["base"_L1], recipe.base);
    read(o["type"_L1], recipe.type);
    readEnum(o["layers"_L1], recipe.layers, MoeLayers::FeedForward);
    read(o["expertsPerToken"_L1], recipe.expertsPerToken);
    readEnum(o["gates"_L1], recipe.gates, GateMethod::Equal);
    recipe.experts = readAll<ExpertSpec>(o["experts"_L1], expertFrom);
    recipe.loras = readAll<LoraRef>(o["loras"_L1], loraFromJson);
    read(o["gateSeed"_L1], recipe.gateSeed);
    read(o["gateSteps"_L1], recipe.gateSteps);
    read(o["gateCfg"_L1], recipe.gateCfg);
    read(o["gateCentre"_L1], recipe.gateCentre);
    recipe.parked = readAll<ParkedExpert>(o["parked"_L1], parkedFrom);
    for (const QJsonValue& block : o["leftOut"_L1].toArray()) recipe.leftOut.push_back(block.toString().toStdString());
    recipe.routing = policyFromJson(o["routing"_L1].toObject());
    readEnum(o["precision"_L1], recipe.precision, Precision::Fp16);
    read(o["compat"_L1], recipe.compat);
    read(o["notes"_L1], recipe.notes);
    recipe.unknown = unknownFrom(o["unknown"_L1]);
    recipe.studioUnknown = unknownFrom(o["studioUnknown"_L1]);
    return recipe;
}

}  // namespace segmoe::ui
