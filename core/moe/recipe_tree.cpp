// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_tree.h"

#include <algorithm>

#include "core/moe/recipe_routing.h"
#include "core/moe/recipe_yaml.h"
#include "core/moe/yaml_value.h"

namespace segmoe::moe {

namespace {

using Json = nlohmann::ordered_json;

void addUnknown(Json& tree, const UnknownKeys& unknown) {
    for (const auto& [key, text] : unknown)
        if (!tree.contains(key)) tree[key] = yamlToJson(YAML::Load(text));
}

Json loraTree(const std::vector<LoraRef>& loras) {
    Json list = Json::array();
    for (const LoraRef& lora : loras) {
        Json entry = {{"source_model", lora.source}};
        if (lora.strength != 1.0) entry["strength"] = lora.strength;
        if (!lora.positivePrompt.empty()) entry["positive_prompt"] = lora.positivePrompt;
        if (!lora.negativePrompt.empty()) entry["negative_prompt"] = lora.negativePrompt;
        addUnknown(entry, lora.unknown);
        list.push_back(std::move(entry));
    }
    return list;
}

Json expertTree(const ExpertSpec& expert) {
    Json entry = {{"source_model", expert.source},
                  {"positive_prompt", joinedPrompt(expert.positive)},
                  {"negative_prompt", joinedPrompt(expert.negative)}};
    if (!expert.loras.empty()) entry["loras"] = loraTree(expert.loras);
    addUnknown(entry, expert.unknown);
    return entry;
}

/// Whether one string says all there is to say about the prompts.
bool isPlain(const std::vector<WeightedPrompt>& prompts) {
    return prompts.empty() || (prompts.size() == 1 && prompts[0].weight == 1.0 && !prompts[0].text.empty());
}

Json promptTree(const std::vector<WeightedPrompt>& prompts) {
    Json list = Json::array();
    for (const WeightedPrompt& prompt : prompts) list.push_back({{"text", prompt.text}, {"weight", prompt.weight}});
    return list;
}

/// The list parallel to the experts, or an empty one when none of them needs it.
Json studioExperts(const std::vector<ExpertSpec>& experts) {
    Json list = Json::array();
    bool isNeeded = false;
    for (const ExpertSpec& expert : experts) {
        Json entry = Json::object();
        if (!expert.alias.empty()) entry["alias"] = expert.alias;
        if (!isPlain(expert.positive)) entry["positive_prompts"] = promptTree(expert.positive);
        if (!isPlain(expert.negative)) entry["negative_prompts"] = promptTree(expert.negative);
        isNeeded = isNeeded || !entry.empty();
        list.push_back(std::move(entry));
    }
    return isNeeded ? list : Json::array();
}

Json parkedTree(const std::vector<ParkedExpert>& parked) {
    Json list = Json::array();
    for (const ParkedExpert& entry : parked) {
        Json tree = {{"position", entry.position}};
        tree.update(expertTree(entry.expert));
        if (!entry.expert.alias.empty()) tree["alias"] = entry.expert.alias;
        if (!isPlain(entry.expert.positive)) tree["positive_prompts"] = promptTree(entry.expert.positive);
        if (!isPlain(entry.expert.negative)) tree["negative_prompts"] = promptTree(entry.expert.negative);
        list.push_back(std::move(tree));
    }
    return list;
}

/// What all top-level LoRAs have in common; "all" when nothing or when each has its own entry.
std::string commonTarget(const std::vector<LoraRef>& loras) {
    const bool isCommon = std::ranges::all_of(loras, [&](const LoraRef& l) { return l.target == loras[0].target; });
    return std::string(loraTargetName(isCommon && !loras.empty() ? loras[0].target : LoraTarget::All));
}

/// The list parallel to the top-level LoRAs, or an empty one when apply_to says it for all of them.
Json studioLoras(const std::vector<LoraRef>& loras) {
    Json list = Json::array();
    const bool isNeeded = std::ranges::any_of(loras, [&](const LoraRef& l) { return l.target != loras[0].target; });
    for (const LoraRef& lora : loras)
        if (isNeeded) list.push_back({{"apply_to", std::string(loraTargetName(lora.target))}});
    return list;
}

Json studioTree(const MixRecipe& recipe) {
    Json studio = {{"version", kRecipeVersion},      {"seed", recipe.gateSeed},
                   {"gate_steps", recipe.gateSteps}, {"gate_cfg", recipe.gateCfg},
                   {"centre", recipe.gateCentre},    {"apply_to", commonTarget(recipe.loras)}};
    if (Json loras = studioLoras(recipe.loras); !loras.empty()) studio["loras"] = std::move(loras);
    if (!recipe.name.empty()) studio["name"] = recipe.name;
    if (!recipe.leftOut.empty()) studio["left_out"] = recipe.leftOut;
    if (Json routing = routingTree(recipe.routing); !routing.empty()) studio["routing"] = std::move(routing);
    if (recipe.precision != Precision::Auto) studio["precision"] = std::string(precisionName(recipe.precision));
    if (recipe.compat) studio["compat"] = true;
    if (!recipe.parked.empty()) studio["parked"] = parkedTree(recipe.parked);
    if (!recipe.notes.empty()) studio["notes"] = recipe.notes;
    if (Json experts = studioExperts(recipe.experts); !experts.empty()) studio["experts"] = std::move(experts);
    addUnknown(studio, recipe.studioUnknown);
    return studio;
}

}  // namespace

Json recipeTree(const MixRecipe& recipe) {
    Json tree = {{"base_model", recipe.base}};
    if (!recipe.type.empty()) tree["type"] = recipe.type;
    tree["num_experts"] = recipe.experts.size();
    tree["moe_layers"] = std::string(moeLayersName(recipe.layers));
    tree["num_experts_per_tok"] = recipe.expertsPerToken;
    tree["init"] = std::string(gateMethodName(recipe.gates));
    tree["experts"] = Json::array();
    for (const ExpertSpec& expert : recipe.experts) tree["experts"].push_back(expertTree(expert));
    if (!recipe.loras.empty()) tree["loras"] = loraTree(recipe.loras);
    tree["studio"] = studioTree(recipe);
    addUnknown(tree, recipe.unknown);
    return tree;
}

}  // namespace segmoe::moe
