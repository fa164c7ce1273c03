// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/config_documents.h"

#include <algorithm>

#include "core/base/error.h"

namespace segmoe::pipeline {

namespace {

using nlohmann::json;

/// One number when all attentions of a block are equally deep, else the list; blocks without attention count 1.
json depthOf(const std::vector<int>& depths) {
    if (depths.empty()) return 1;
    if (std::all_of(depths.begin(), depths.end(), [&](int depth) { return depth == depths.front(); }))
        return depths.front();
    return depths;
}

/// Whether the up path mirrors the down path: each level's one depth, once more often.
bool isMirrored(const UnetConfig& config) {
    return std::all_of(config.levels.begin(), config.levels.end(),
                       [](const UnetLevel& level) { return depthOf(level.downDepths) == depthOf(level.upDepths); });
}

const char* midBlockType(UnetConfig::MidBlock mid) {
    switch (mid) {
        case UnetConfig::MidBlock::CrossAttention: return "UNetMidBlock2DCrossAttn";
        case UnetConfig::MidBlock::Resnet: return "UNetMidBlock2D";
        case UnetConfig::MidBlock::None: break;
    }
    return nullptr;
}

void addLevels(json& document, const UnetConfig& config) {
    json channels = json::array(), layers = json::array(), heads = json::array(), depths = json::array(),
         down = json::array();
    json up = json::array(), upDepths = json::array();
    for (const UnetLevel& level : config.levels) {
        channels.push_back(level.channels);
        layers.push_back(level.layers);
        heads.push_back(level.heads);
        depths.push_back(depthOf(level.downDepths));
        down.push_back(level.downDepths.empty() ? "DownBlock2D" : "CrossAttnDownBlock2D");
    }
    for (auto level = config.levels.rbegin(); level != config.levels.rend(); ++level) {
        up.push_back(level->upDepths.empty() ? "UpBlock2D" : "CrossAttnUpBlock2D");
        upDepths.push_back(depthOf(level->upDepths));
    }
    // The middle block takes its depth from the last entry, which counts for nothing else where the last level has no
    // attention.
    if (config.midBlock == UnetConfig::MidBlock::CrossAttention && config.levels.back().downDepths.empty())
        depths.back() = config.midDepth;
    document["block_out_channels"] = channels;
    document["layers_per_block"] = layers;
    document["attention_head_dim"] = heads;
    document["transformer_layers_per_block"] = depths;
    if (!isMirrored(config)) document["reverse_transformer_layers_per_block"] = upDepths;
    document["down_block_types"] = down;
    document["up_block_types"] = up;
}

std::int64_t dimension(const TensorSource& source, const std::string& name, std::size_t index) {
    const auto info = source.find(name);
    if (!info || info->shape.size() <= index)
        throw Error(ErrorCode::ComponentMissing, source.describe() + " has no usable tensor '" + name +
                                                     "', so a part of the model is missing. Choose another file.");
    return info->shape[index];
}

int countChildren(const TensorSource& source, const std::string& prefix, const std::string& suffix) {
    int count = 0;
    while (source.contains(prefix + std::to_string(count) + suffix)) ++count;
    return count;
}

}  // namespace

json unetDocument(const UnetConfig& config) {
    json document = {{"_class_name", "UNet2DConditionModel"}, {"act_fn", "silu"}, {"sample_size", config.sampleSize}};
    document["in_channels"] = config.inChannels;
    document["out_channels"] = config.outChannels;
    document["center_input_sample"] = config.centerInputSample;
    document["flip_sin_to_cos"] = config.flipSinToCos;
    document["freq_shift"] = config.freqShift;
    addLevels(document, config);
    document["mid_block_type"] = midBlockType(config.midBlock) ? json(midBlockType(config.midBlock)) : json();
    document["norm_num_groups"] = config.normGroups;
    document["norm_eps"] = config.normEps;
    document["cross_attention_dim"] = config.crossAttentionDim();
    document["use_linear_projection"] = config.useLinearProjection;
    document["upcast_attention"] = config.upcastAttention;
    if (config.timeCondProjDim > 0) document["time_cond_proj_dim"] = config.timeCondProjDim;
    if (config.textTime) {
        document["addition_embed_type"] = "text_time";
        document["addition_time_embed_dim"] = config.additionTimeEmbedDim;
        document["projection_class_embeddings_input_dim"] = config.projectionInputDim;
    }
    return document;
}

json vaeDocument(const VaeConfig& config) {
    const std::size_t levels = config.channels.size();
    json document = {{"_class_name", "AutoencoderKL"},
                     {"act_fn", "silu"},
                     {"in_channels", config.imageChannels},
                     {"out_channels", config.imageChannels}};
    document["latent_channels"] = config.latentChannels;
    document["block_out_channels"] = config.channels;
    document["layers_per_block"] = config.layersPerBlock;
    document["norm_num_groups"] = config.normGroups;
    document["down_block_types"] = std::vector<std::string>(levels, "DownEncoderBlock2D");
    document["up_block_types"] = std::vector<std::string>(levels, "UpDecoderBlock2D");
    document["mid_block_add_attention"] = config.midAttention;
    document["use_quant_conv"] = config.quantConv;
    document["use_post_quant_conv"] = config.postQuantConv;
    document["sample_size"] = config.sampleSize;
    document["scaling_factor"] = config.scalingFactor;
    document["force_upcast"] = config.forceUpcast;
    return document;
}

json clipTextDocument(const ClipTextConfig& config) {
    json document = {
        {"model_type", "clip_text_model"}, {"vocab_size", config.vocabularySize}, {"hidden_size", config.width}};
    document["architectures"] = {config.withProjection ? "CLIPTextModelWithProjection" : "CLIPTextModel"};
    document["intermediate_size"] = config.innerWidth;
    document["num_hidden_layers"] = config.layers;
    document["num_attention_heads"] = config.heads;
    document["max_position_embeddings"] = config.positions;
    document["layer_norm_eps"] = config.normEps;
    document["hidden_act"] = config.activation == ClipTextConfig::Activation::QuickGelu ? "quick_gelu" : "gelu";
    document["projection_dim"] = config.projectionDim;
    document["bos_token_id"] = 49406;
    document["eos_token_id"] = 49407;
    document["pad_token_id"] = 1;
    return document;
}

VaeConfig detectVaeConfig(const TensorSource& vae, bool isSdxl) {
    VaeConfig config;
    config.channels.clear();
    const int levels = countChildren(vae, "encoder.down_blocks.", ".resnets.0.conv1.weight");
    for (int level = 0; level < levels; ++level)
        config.channels.push_back(
            dimension(vae, "encoder.down_blocks." + std::to_string(level) + ".resnets.0.conv1.weight", 0));
    if (config.channels.empty()) (void)dimension(vae, "encoder.down_blocks.0.resnets.0.conv1.weight", 0);
    config.layersPerBlock = countChildren(vae, "encoder.down_blocks.0.resnets.", ".conv1.weight");
    config.latentChannels = dimension(vae, "decoder.conv_in.weight", 1);
    config.imageChannels = dimension(vae, "encoder.conv_in.weight", 1);
    config.normGroups = std::min<std::int64_t>(32, config.channels.front());
    config.midAttention = vae.contains("decoder.mid_block.attentions.0.to_q.weight");
    config.quantConv = vae.contains("quant_conv.weight");
    config.postQuantConv = vae.contains("post_quant_conv.weight");
    config.sampleSize = isSdxl ? 1024 : 512;
    config.scalingFactor = isSdxl ? 0.13025 : 0.18215;
    return config;
}

ClipTextConfig detectClipTextConfig(const TensorSource& encoder) {
    const std::string prefix = encoder.contains("text_model.embeddings.token_embedding.weight") ? "text_model." : "";
    ClipTextConfig config;
    config.vocabularySize = dimension(encoder, prefix + "embeddings.token_embedding.weight", 0);
    config.width = dimension(encoder, prefix + "embeddings.token_embedding.weight", 1);
    config.positions = dimension(encoder, prefix + "embeddings.position_embedding.weight", 0);
    config.layers = countChildren(encoder, prefix + "encoder.layers.", ".mlp.fc1.weight");
    config.innerWidth = dimension(encoder, prefix + "encoder.layers.0.mlp.fc1.weight", 0);
    config.heads = std::max<std::int64_t>(1, config.width / 64);
    config.activation = config.width == 768 ? ClipTextConfig::Activation::QuickGelu : ClipTextConfig::Activation::Gelu;
    if (const auto projection = encoder.find("text_projection.weight")) {
        config.withProjection = true;
        config.projectionDim = projection->shape.front();
    }
    return config;
}

}  // namespace segmoe::pipeline
