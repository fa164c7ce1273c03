// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/mix_recipe.h"

namespace segmoe {

namespace {

constexpr std::pair<GateMethod, std::string_view> kGateMethods[] = {
    {GateMethod::Hidden, "hidden"}, {GateMethod::HiddenCompat, "hidden_compat"},
    {GateMethod::Text, "text"},     {GateMethod::Svd, "svd"},
    {GateMethod::Random, "random"}, {GateMethod::Equal, "equal"},
};

constexpr std::pair<LoraTarget, std::string_view> kLoraTargets[] = {
    {LoraTarget::Base, "base"}, {LoraTarget::Experts, "experts"}, {LoraTarget::All, "all"}};

std::vector<LoraRef> lorasExcept(const MixRecipe& recipe, LoraTarget elsewhere) {
    std::vector<LoraRef> loras;
    for (const LoraRef& lora : recipe.loras)
        if (lora.target != elsewhere) loras.push_back(lora);
    return loras;
}

}  // namespace

std::string_view moeLayersName(MoeLayers layers) {
    switch (layers) {
        case MoeLayers::All: return "all";
        case MoeLayers::Attention: return "attn";
        case MoeLayers::FeedForward: return "ff";
    }
    return "attn";
}

std::string_view gateMethodName(GateMethod method) {
    for (const auto& [value, name] : kGateMethods)
        if (value == method) return name;
    return "hidden";
}

std::optional<GateMethod> parseGateMethod(std::string_view name) {
    for (const auto& [value, known] : kGateMethods)
        if (known == name) return value;
    return std::nullopt;
}

std::string_view loraTargetName(LoraTarget target) {
    for (const auto& [value, name] : kLoraTargets)
        if (value == target) return name;
    return "all";
}

std::optional<LoraTarget> parseLoraTarget(std::string_view name) {
    for (const auto& [value, known] : kLoraTargets)
        if (known == name) return value;
    return std::nullopt;
}

std::vector<LoraRef> lorasOverBase(const MixRecipe& recipe, bool isCompat) {
    return isCompat ? recipe.loras : lorasExcept(recipe, LoraTarget::Experts);
}

std::vector<LoraRef> lorasOverExperts(const MixRecipe& recipe, bool isCompat) {
    return isCompat ? std::vector<LoraRef>() : lorasExcept(recipe, LoraTarget::Base);
}

std::vector<std::string> recipeSources(const MixRecipe& recipe) {
    std::vector<std::string> sources{recipe.base};
    for (const LoraRef& lora : recipe.loras) sources.push_back(lora.source);
    for (const ExpertSpec& expert : recipe.experts) {
        sources.push_back(expert.source);
        for (const LoraRef& lora : expert.loras) sources.push_back(lora.source);
    }
    return sources;
}

}  // namespace segmoe
