// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_card.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/engine/app_paths.h"
#include "core/hub/small_file.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

/// A text as a quoted YAML scalar: JSON's strings are YAML's.
std::string quotedYaml(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// One line of a Markdown table cannot hold a line break or a bar.
std::string cell(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '|', '/');
    return text;
}

std::string promptsOf(const std::vector<WeightedPrompt>& prompts) {
    std::string text;
    for (const WeightedPrompt& prompt : prompts) text += (text.empty() ? "" : " · ") + prompt.text;
    return cell(text);
}

std::vector<std::string> hubModels(const MixRecipe& recipe) {
    std::vector<std::string> models;
    const auto add = [&](const std::string& source) {
        const std::string repo = repositoryOf(source);
        if (!repo.empty() && std::ranges::find(models, repo) == models.end()) models.push_back(repo);
    };
    add(recipe.base);
    for (const ExpertSpec& expert : recipe.experts) add(expert.source);
    return models;
}

std::string head(const MixRecipe& recipe, bool isSdxl, const std::string& license) {
    std::string text = "---\nlibrary_name: diffusers\npipeline_tag: text-to-image\n";
    text += "license: " + license + "\n";
    text += "tags:\n";
    for (const char* tag : {"segmoe", "mixture-of-experts", "text-to-image"}) text += std::string("- ") + tag + "\n";
    text += isSdxl ? "- stable-diffusion-xl\n" : "- stable-diffusion\n";
    const std::vector<std::string> models = hubModels(recipe);
    if (!models.empty()) text += "base_model:\n";
    for (const std::string& model : models) text += "- " + quotedYaml(model) + "\n";
    return text + "---\n";
}

std::string_view roleName(MixturePart::Role role) {
    switch (role) {
        case MixturePart::Role::Base: return "Base";
        case MixturePart::Role::Expert: return "Expert";
        case MixturePart::Role::Lora: return "LoRA";
    }
    return "";
}

std::string partsTable(std::span<const MixturePart> parts) {
    std::string text = "| Part | Name | Source | Licence | SHA-256 |\n|---|---|---|---|---|\n";
    for (const MixturePart& part : parts)
        text += "| " + std::string(roleName(part.role)) + " | " + cell(part.name) + " | " + cell(part.source) + " | " +
                (part.license.empty() ? "not known" : cell(part.license)) + " | " +
                (part.sha256.empty() ? "not known" : "`" + part.sha256 + "`") + " |\n";
    return text;
}

std::string expertsTable(const MixRecipe& recipe) {
    std::string text = "| Expert | Source | Is chosen for |\n|---|---|---|\n";
    for (std::size_t i = 0; i < recipe.experts.size(); ++i) {
        const ExpertSpec& expert = recipe.experts[i];
        const std::string name = expert.alias.empty() ? "expert " + std::to_string(i + 1) : expert.alias;
        text +=
            "| " + cell(name) + " | " + cell(shownSource(expert.source)) + " | " + promptsOf(expert.positive) + " |\n";
    }
    return text;
}

std::string recipeText(const MixRecipe& recipe, bool isSdxl) {
    std::string text = "base_model: " + quotedYaml(shownSource(recipe.base)) + "\n";
    text += std::string("type: ") + (isSdxl ? "sdxl" : "sd") + "\n";
    text += "num_experts: " + std::to_string(recipe.experts.size()) + "\n";
    text += "num_experts_per_tok: " + std::to_string(recipe.expertsPerToken) + "\n";
    text += "moe_layers: " + std::string(moeLayersName(recipe.layers)) + "\nexperts:\n";
    for (const ExpertSpec& expert : recipe.experts) {
        text += "  - source_model: " + quotedYaml(shownSource(expert.source)) + "\n";
        text +=
            "    positive_prompt: " + quotedYaml(expert.positive.empty() ? "" : expert.positive.front().text) + "\n";
        text +=
            "    negative_prompt: " + quotedYaml(expert.negative.empty() ? "" : expert.negative.front().text) + "\n";
        for (const LoraRef& lora : expert.loras)
            text += (&lora == &expert.loras.front() ? "    loras:\n" : "") + std::string("      - lora_path: ") +
                    quotedYaml(shownSource(lora.source)) + "\n";
    }
    return text;
}

}  // namespace

std::string modelCard(const MixRecipe& recipe, bool isSdxl, std::span<const MixturePart> parts,
                      const std::string& license) {
    std::string text = head(recipe, isSdxl, license);
    text += "\n# " + cell(recipe.name.empty() ? "Mixture of experts" : recipe.name) + "\n\n";
    text += "A mixture of " + std::to_string(recipe.experts.size()) + (isSdxl ? " SDXL" : " Stable Diffusion") +
            " models, made with SegMoE Studio. " + std::to_string(recipe.expertsPerToken) +
            " of them work on each picture at every place.\n\n## Experts\n\n" + expertsTable(recipe);
    text +=
        "\n## Parts and licences\n\nThe licences of all parts apply together; check them before you use or share "
        "pictures and the mixture.\n\n" +
        partsTable(parts);
    text +=
        "\n## Use\n\nOpen the folder in SegMoE Studio, or render from the command line:\n\n"
        "    segmoe render OWNER/NAME -p \"a castle by the sea\" -o castle.png\n\n"
        "With the Python package segmoe: `SegMoEPipeline(\"FOLDER\")`.\n\n";
    return text + "## Recipe\n\n```yaml\n" + recipeText(recipe, isSdxl) + "```\n";
}

CardFile::CardFile(const std::string& text, const std::string& name)
    : m_path(homeFolder() / "publish" / (name + ".README.md")) {
    hub::replaceSmallFile(m_path, m_path.parent_path(), text, hub::Privacy::Shared);
}

CardFile::~CardFile() {
    std::error_code ignored;
    fs::remove(m_path, ignored);
}

}  // namespace segmoe
