// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/expert_prompts.h"

#include <string_view>

namespace segmoe::moe {

namespace {

std::string nameOf(std::string_view source) {
    while (source.ends_with('/') || source.ends_with('\\')) source.remove_suffix(1);
    if (const auto slash = source.find_last_of("/\\"); slash != std::string_view::npos) source.remove_prefix(slash + 1);
    if (source.ends_with(".safetensors")) source.remove_suffix(std::string_view(".safetensors").size());
    if (const auto revision = source.find('@'); revision != std::string_view::npos && revision > 0)
        source = source.substr(0, revision);
    return std::string(source);
}

}  // namespace

std::vector<WeightedPrompt> gatePrompts(const ExpertSpec& expert, PromptSide side) {
    std::vector<WeightedPrompt> prompts = side == PromptSide::Positive ? expert.positive : expert.negative;
    if (prompts.empty()) prompts.push_back({"", 1.0});
    for (const LoraRef& lora : expert.loras) {
        const std::string& more = side == PromptSide::Positive ? lora.positivePrompt : lora.negativePrompt;
        if (more.empty()) continue;
        for (WeightedPrompt& prompt : prompts) prompt.text += (prompt.text.empty() ? "" : " ") + more;
    }
    return prompts;
}

std::vector<std::string> expertNames(const MixRecipe& recipe) {
    std::vector<std::string> names;
    for (const ExpertSpec& expert : recipe.experts)
        names.push_back(expert.alias.empty() ? nameOf(expert.source) : expert.alias);
    return names;
}

}  // namespace segmoe::moe
