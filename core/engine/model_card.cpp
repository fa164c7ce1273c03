// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/model_card.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/model_ref.h"
#include "core/engine/app_paths.h"
#include "core/engine/model_search.h"
#include "core/hub/model_link.h"
#include "core/hub/small_file.h"

namespace segmoe {

namespace {

namespace fs = std::filesystem;

/// A text as a quoted YAML scalar: JSON's strings are YAML's.
std::string quotedYaml(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<hub::ModelLink> linkOf(const std::string& source) {
    std::error_code ignored;
    if (fs::path(source).is_absolute() || source.starts_with(".") || fs::exists(source, ignored)) return std::nullopt;
    try {
        return hub::parseModelLink(source);
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// A hub reference as it is; of a path its last part.
std::string shownSource(const std::string& source) {
    if (const auto link = linkOf(source)) return link->text();
    fs::path path(source);
    if (!path.has_filename()) path = path.parent_path();
    return path.filename().string();
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
        const auto link = linkOf(source);
        if (link && link->site == hub::Site::HuggingFace && std::ranges::find(models, link->repo) == models.end())
            models.push_back(link->repo);
    };
    add(recipe.base);
    for (const ExpertSpec& expert : recipe.experts) add(expert.source);
    return models;
}

std::string head(const MixRecipe& recipe, bool isSdxl) {
    std::string text = "---\nlibrary_name: diffusers\npipeline_tag: text-to-image\ntags:\n";
    for (const char* tag : {"segmoe", "mixture-of-experts", "text-to-image"}) text += std::string("- ") + tag + "\n";
    text += isSdxl ? "- stable-diffusion-xl\n" : "- stable-diffusion\n";
    const std::vector<std::string> models = hubModels(recipe);
    if (!models.empty()) text += "base_model:\n";
    for (const std::string& model : models) text += "- " + quotedYaml(model) + "\n";
    return text + "---\n";
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

std::string modelCard(const MixRecipe& recipe, bool isSdxl) {
    std::string text = head(recipe, isSdxl);
    text += "\n# " + cell(recipe.name.empty() ? "Mixture of experts" : recipe.name) + "\n\n";
    text += "A mixture of " + std::to_string(recipe.experts.size()) + (isSdxl ? " SDXL" : " Stable Diffusion") +
            " models, made with SegMoE Studio. " + std::to_string(recipe.expertsPerToken) +
            " of them work on each picture at every place. The licences of all models below apply together; check them "
            "before you use or share pictures and the mixture.\n\n";
    text += "| Expert | Source | Is chosen for |\n|---|---|---|\n";
    for (std::size_t i = 0; i < recipe.experts.size(); ++i) {
        const ExpertSpec& expert = recipe.experts[i];
        const std::string name = expert.alias.empty() ? "expert " + std::to_string(i + 1) : expert.alias;
        text +=
            "| " + cell(name) + " | " + cell(shownSource(expert.source)) + " | " + promptsOf(expert.positive) + " |\n";
    }
    text += "\nBase: " + cell(shownSource(recipe.base)) + "\n\n";
    text +=
        "## Use\n\nOpen the folder in SegMoE Studio, or render from the command line:\n\n"
        "    segmoe render OWNER/NAME -p \"a castle by the sea\" -o castle.png\n\n"
        "With the Python package segmoe: `SegMoEPipeline(\"FOLDER\")`.\n\n";
    return text + "## Recipe\n\n```yaml\n" + recipeText(recipe, isSdxl) + "```\n";
}

GeneratedCard::GeneratedCard(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder / "README.md", ignored) || !fs::exists(folder / "model_index.json", ignored)) return;
    const pipeline::ModelFiles files = pipeline::openModelFiles(ModelRef::parse(folder.string()), programSearch());
    if (!files.mixture || !files.mixture->recipe) return;
    MixRecipe recipe = *files.mixture->recipe;
    if (recipe.name.empty()) recipe.name = files.name;
    const fs::path place = homeFolder() / "publish";
    const fs::path file = place / (folder.filename().string() + ".README.md");
    hub::replaceSmallFile(file, place, modelCard(recipe, files.isSdxl()), hub::Privacy::Shared);
    m_file = file;
}

GeneratedCard::~GeneratedCard() {
    std::error_code ignored;
    if (m_file) fs::remove(*m_file, ignored);
}

}  // namespace segmoe
