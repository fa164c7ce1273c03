// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/images/expert_letter.h"
#include "core/images/segmoe_metadata.h"

namespace segmoe::images {

namespace {

using Json = nlohmann::ordered_json;
using Metadata = SegmoeMetadata;

Json promptsJson(const std::vector<WeightedPrompt>& prompts) {
    Json list = Json::array();
    for (const WeightedPrompt& prompt : prompts) list.push_back(Json::array({prompt.text, prompt.weight}));
    return list;
}

Json expertJson(const Metadata::Expert& expert, int index) {
    Json loras = Json::array();
    for (const Metadata::Lora& lora : expert.loras)
        loras.push_back(Json{{"sha256", lora.sha256}, {"name", lora.name}, {"strength", lora.strength}});
    return Json{{"letter", expertLetter(index)},
                {"alias", expert.part.name},
                {"sha256", expert.part.sha256},
                {"source", expert.part.source},
                {"positive", promptsJson(expert.positive)},
                {"negative", promptsJson(expert.negative)},
                {"loras", loras}};
}

Json mixJson(const Metadata::Mix& mix) {
    Json experts = Json::array();
    for (std::size_t i = 0; i < mix.experts.size(); ++i)
        experts.push_back(expertJson(mix.experts[i], static_cast<int>(i)));
    return Json{{"name", mix.name},
                {"arch", mix.arch},
                {"layers", mix.layers},
                {"blocks", mix.blocks},
                {"k", mix.k},
                {"gate", {{"init", mix.gateInit}, {"seed", mix.gateSeed}, {"steps", mix.gateSteps}}},
                {"select", mix.select},
                {"compat", mix.compat},
                {"base", {{"name", mix.base.name}, {"sha256", mix.base.sha256}, {"source", mix.base.source}}},
                {"experts", experts}};
}

Json renderJson(const Metadata::Render& render) {
    Json json{{"prompt", render.prompt}, {"resolvedPrompt", render.resolvedPrompt}};
    if (render.negative) json["negative"] = *render.negative;
    json["weightRule"] = render.weightRule;
    json["seed"] = render.seed;
    json["imageIndex"] = render.imageIndex;
    json["rng"] = render.rng;
    json["width"] = render.width;
    json["height"] = render.height;
    json["steps"] = render.steps;
    json["cfg"] = render.cfg;
    json["sampler"] = render.sampler;
    json["schedule"] = render.schedule;
    json["preset"] = render.preset;
    json["clipSkip"] = render.clipSkip;
    json["batch"] = render.batch;
    json["dtype"] = render.dtype;
    return json;
}

Json ruleJson(const Metadata::Rule& rule) {
    Json json{{"act", rule.act}, {"expert", expertLetter(rule.expert)}};
    if (rule.act == "bias") json["bias"] = rule.bias;
    if (!rule.sites.empty()) json["sites"] = rule.sites;
    json["stages"] = rule.stages.empty() ? Json("all") : Json(rule.stages);
    json["kinds"] = rule.kinds.empty() ? Json("all") : Json(rule.kinds);
    json["steps"] = Json::array({rule.steps.first, rule.steps.second});
    return json;
}

Json routingJson(const Metadata::Routing& routing) {
    Json path = Json::array();
    for (const int expert : routing.textPath) path.push_back(expertLetter(expert));
    Json json{{"level", routing.level}, {"load", routing.load}, {"textPath", path}, {"entropy", routing.entropy}};
    if (!routing.capture.empty()) json["capture"] = routing.capture;
    return json;
}

}  // namespace

std::string writeSegmoeMetadata(const SegmoeMetadata& metadata) {
    constexpr int kSchema = 1;
    Json json{{"schema", kSchema}, {"app", metadata.app}};
    if (metadata.mix) json["mix"] = mixJson(*metadata.mix);
    json["render"] = renderJson(metadata.render);
    Json rules = Json::array();
    for (const Metadata::Rule& rule : metadata.rules) rules.push_back(ruleJson(rule));
    json["rules"] = rules;
    json["routing"] = routingJson(metadata.routing);
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

}  // namespace segmoe::images
