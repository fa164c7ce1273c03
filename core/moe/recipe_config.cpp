// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/recipe_config.h"

#include "core/base/error.h"
#include "core/moe/recipe_tree.h"
#include "core/moe/recipe_yaml.h"

namespace segmoe::moe {

namespace {

constexpr const char* kRanges[] = {"up_idx_start", "up_idx_end", "down_idx_start", "down_idx_end"};

}  // namespace

nlohmann::ordered_json segmoeConfig(const MixRecipe& recipe, const MixtureLayout& layout, const std::string& type) {
    nlohmann::ordered_json config = recipeTree(recipe);
    config["type"] = type;
    config["num_experts"] = layout.experts;
    config["num_experts_per_tok"] = layout.expertsPerToken;
    config["moe_layers"] = std::string(moeLayersName(layout.layers));
    config["up_idx_start"] = layout.upStart;
    config["up_idx_end"] = layout.upEnd;
    config["down_idx_start"] = layout.downStart;
    config["down_idx_end"] = layout.downEnd;
    return config;
}

MixtureProvenance readSegmoeConfig(const nlohmann::json& unetConfig) {
    MixtureProvenance found;
    nlohmann::json config;
    for (const char* key : {"segmix_config", "segmoe_config"})
        if (unetConfig.is_object() && unetConfig.contains(key) && unetConfig[key].is_object()) config = unetConfig[key];
    if (!config.is_object()) {
        found.notices.push_back("unet/config.json has no segmoe_config; one expert per layer is used.");
        return found;
    }
    const auto k = config.find("num_experts_per_tok");
    if (k != config.end() && k->is_number_integer() && *k >= 1 && *k <= 64)
        found.expertsPerToken = k->get<int>();
    else
        found.notices.push_back("segmoe_config has no usable num_experts_per_tok; one expert per layer is used.");
    for (const char* key : kRanges) config.erase(key);
    try {
        RecipeReading reading = examineRecipe(config.dump(), "segmoe_config");
        if (reading.faults.empty())
            found.recipe = std::move(reading.recipe);
        else
            found.notices.push_back("The recipe inside segmoe_config is not complete: " + reading.faults.front().key +
                                    " " + reading.faults.front().rule + ".");
    } catch (const Error& error) {
        found.notices.push_back(error.what());
    } catch (const nlohmann::json::exception&) {
        found.notices.push_back("The recipe inside segmoe_config is not valid text.");
    }
    return found;
}

}  // namespace segmoe::moe
