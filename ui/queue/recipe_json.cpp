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
    return {{u"source"_s, write(lora.source)},
            {u"strength"_s, lora.strength},
            {u"positive"_s, write(lora.positivePrompt)},
            {u"negative"_s, write(lora.negativePrompt)},
            {u"unknown"_s, unknownJson(lora.unknown)}};
}

LoraRef loraFromJson(const QJsonObject& o) {
    LoraRef lora;
    read(o["source"_L1], lora.source);
    read(o["strength"_L1], lora.strength);
    read(o["positive"_L1], lora.positivePrompt);
    read(o["negative"_L1], lora.negativePrompt);
    lora.unknown = unknownFrom(o["unknown"_L1]);
    return lora;
}

namespace {

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

}  // namespace

QJsonObject toJson(const MixRecipe& recipe) {
    return {{u"name"_s, write(recipe.name)},
            {u"folder"_s, write(recipe.folder)},
            {u"base"_s, write(recipe.base)},
            {u"type"_s, write(recipe.type)},
            {u"layers"_s, write(recipe.layers)},
            {u"expertsPerToken"_s, recipe.expertsPerToken},
            {u"gates"_s, write(recipe.gates)},
            {u"experts"_s, writeAll(recipe.experts, expertJson)},
            {u"loras"_s, writeAll(recipe.loras, loraJson)},
            {u"loraTarget"_s, write(recipe.loraTarget)},
            {u"gateSeed"_s, write(recipe.gateSeed)},
            {u"gateSteps"_s, recipe.gateSteps},
            {u"gateCfg"_s, recipe.gateCfg},
            {u"gateCentre"_s, recipe.gateCentre},
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
    readEnum(o["loraTarget"_L1], recipe.loraTarget, LoraTarget::All);
    read(o["gateSeed"_L1], recipe.gateSeed);
    read(o["gateSteps"_L1], recipe.gateSteps);
    read(o["gateCfg"_L1], recipe.gateCfg);
    read(o["gateCentre"_L1], recipe.gateCentre);
    read(o["notes"_L1], recipe.notes);
    recipe.unknown = unknownFrom(o["unknown"_L1]);
    recipe.studioUnknown = unknownFrom(o["studioUnknown"_L1]);
    return recipe;
}

}  // namespace segmoe::ui
