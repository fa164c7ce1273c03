// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/clip_text_config.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/models/config_reader.h"

namespace segmoe {

ClipTextConfig parseClipTextConfig(const nlohmann::json& json, const std::string& where) {
    constexpr std::int64_t kMost = 1 << 20;
    const ConfigReader config(json, where);
    ClipTextConfig clip;
    clip.vocabularySize = config.integer("vocab_size", 49408, 1, kMost);
    clip.width = config.integer("hidden_size", 512, 1, kMost);
    clip.innerWidth = config.integer("intermediate_size", 2048, 1, kMost);
    clip.layers = static_cast<int>(config.integer("num_hidden_layers", 12, 1, 256));
    clip.heads = config.integer("num_attention_heads", 8, 1, 4096);
    clip.positions = config.integer("max_position_embeddings", 77, 1, 1 << 16);
    clip.normEps = config.number("layer_norm_eps", 1e-5);
    clip.projectionDim = config.integer("projection_dim", 512, 1, kMost);
    if (clip.width % clip.heads != 0) config.fail("num_attention_heads", "must divide hidden_size");

    const std::string activation = config.text("hidden_act", "quick_gelu");
    if (activation != "quick_gelu" && activation != "gelu")
        config.fail("hidden_act",
                    "is \"" + activation.substr(0, 80) + "\"; only \"quick_gelu\" and \"gelu\" are supported");
    clip.activation = activation == "gelu" ? ClipTextConfig::Activation::Gelu : ClipTextConfig::Activation::QuickGelu;

    const auto classes = config.texts("architectures", {});
    clip.withProjection = std::find(classes.begin(), classes.end(), "CLIPTextModelWithProjection") != classes.end();
    return clip;
}

}  // namespace segmoe
