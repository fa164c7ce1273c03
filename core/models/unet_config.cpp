// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/unet_config.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/models/config_reader.h"

namespace segmoe {
namespace {

constexpr std::int64_t kMostChannels = 1 << 16;
constexpr std::int64_t kMostLayers = 16;
constexpr std::int64_t kMostDepth = 64;

const std::vector<std::string> kDownBlocks{"CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D",
                                           "DownBlock2D"};
const std::vector<std::string> kUpBlocks{"UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"};

void refuseUnsupported(const ConfigReader& config) {
    for (std::string_view key : {"only_cross_attention", "mid_block_only_cross_attention", "dual_cross_attention",
                                 "class_embed_type", "num_class_embeds", "class_embeddings_concat", "encoder_hid_dim",
                                 "encoder_hid_dim_type", "cross_attention_norm", "time_embedding_act_fn",
                                 "timestep_post_act", "num_attention_heads", "resnet_skip_time_act"})
        config.requireOff(key);
    config.requireEqual("conv_in_kernel", 3);
    config.requireEqual("conv_out_kernel", 3);
    config.requireEqual("resnet_time_scale_shift", "default");
    config.requireEqual("attention_type", "default");
    config.requireEqual("time_embedding_type", "positional");
    config.requireEqual("downsample_padding", 1);
    config.requireEqual("mid_block_scale_factor", 1);
    config.requireEqual("resnet_out_scale_factor", 1);
    const std::string activation = config.text("act_fn", "silu");
    if (activation != "silu" && activation != "swish")
        config.fail("act_fn", "is \"" + activation + "\"; only \"silu\" is supported");
}

/// Which blocks have attention: the two class names of a list of blocks, anything else is refused.
std::vector<bool> attentionOf(const ConfigReader& config, std::string_view key, const std::vector<std::string>& absent,
                              std::string_view with, std::string_view without, std::size_t count) {
    const std::vector<std::string> types = config.texts(key, absent);
    if (types.size() != count) config.fail(key, "needs one entry per entry of block_out_channels");
    std::vector<bool> attention;
    for (const std::string& type : types) {
        if (type != with && type != without)
            config.fail(key, "names the block \"" + type.substr(0, 80) + "\", which is not supported");
        attention.push_back(type == with);
    }
    return attention;
}

/// Depths of the attentions of one block: one number for all of them, or a list with one for each.
std::vector<int> depthsOf(const ConfigReader& config, std::string_view key, const nlohmann::json& entry,
                          bool hasAttention, std::size_t attentions) {
    if (!hasAttention) return {};
    if (!entry.is_array())
        return std::vector<int>(attentions, static_cast<int>(config.boundedInteger(key, entry, 1, kMostDepth)));
    if (entry.size() != attentions)
        config.fail(key, "has a list of " + std::to_string(entry.size()) + " depths where " +
                             std::to_string(attentions) + " are needed");
    std::vector<int> depths;
    for (const nlohmann::json& depth : entry)
        depths.push_back(static_cast<int>(config.boundedInteger(key, depth, 1, kMostDepth)));
    return depths;
}

/// The entry of one block: a number stands for all blocks.
const nlohmann::json& entryOf(const ConfigReader& config, std::string_view key, const nlohmann::json& depths,
                              std::size_t block, std::size_t blocks) {
    if (!depths.is_array()) return depths;
    if (depths.size() != blocks)
        config.fail(key,
                    "has " + std::to_string(depths.size()) + " entries, " + std::to_string(blocks) + " are needed");
    return depths[block];
}

void readDepths(const ConfigReader& config, const std::vector<bool>& down, const std::vector<bool>& up,
                UnetConfig& unet) {
    constexpr std::string_view kDepths = "transformer_layers_per_block";
    constexpr std::string_view kReverse = "reverse_transformer_layers_per_block";
    static const nlohmann::json one = 1;
    const nlohmann::json& depths = config.has(kDepths) ? config.at(kDepths) : one;
    const std::size_t blocks = unet.levels.size();
    for (std::size_t i = 0; i < blocks; ++i) {
        UnetLevel& level = unet.levels[i];
        const std::size_t upBlock = blocks - 1 - i;
        const auto layers = static_cast<std::size_t>(level.layers);
        const nlohmann::json& entry = entryOf(config, kDepths, depths, i, blocks);
        level.downDepths = depthsOf(config, kDepths, entry, down[i], layers);
        const bool hasReverse = config.has(kReverse);
        if (!hasReverse && up[upBlock] && entry.is_array())
            config.fail(kReverse, "is missing; it must give the depths of the up blocks");
        const std::string_view upKey = hasReverse ? kReverse : kDepths;
        const nlohmann::json& upEntry =
            hasReverse ? entryOf(config, kReverse, config.at(kReverse), upBlock, blocks) : entry;
        level.upDepths = depthsOf(config, upKey, upEntry, up[upBlock], layers + 1);
    }
    unet.midDepth = 0;
    if (unet.midBlock != UnetConfig::MidBlock::CrossAttention) return;
    const nlohmann::json& last = entryOf(config, kDepths, depths, blocks - 1, blocks);
    unet.midDepth = static_cast<int>(
        config.boundedInteger(kDepths, last.is_array() && !last.empty() ? last.front() : last, 1, kMostDepth));
}

UnetConfig::MidBlock readMidBlock(const ConfigReader& config, const nlohmann::json& json) {
    if (json.contains("mid_block_type") && json["mid_block_type"].is_null()) return UnetConfig::MidBlock::None;
    const std::string type = config.text("mid_block_type", "UNetMidBlock2DCrossAttn");
    if (type == "UNetMidBlock2DCrossAttn") return UnetConfig::MidBlock::CrossAttention;
    if (type == "UNetMidBlock2D") return UnetConfig::MidBlock::Resnet;
    config.fail("mid_block_type", "is \"" + type.substr(0, 80) + "\", which is not supported");
}

void readEmbeddings(const ConfigReader& config, UnetConfig& unet) {
    unet.flipSinToCos = config.flag("flip_sin_to_cos", true);
    unet.freqShift = static_cast<int>(config.integer("freq_shift", 0, 0, 1));
    unet.timeCondProjDim = config.integer("time_cond_proj_dim", 0, 0, kMostChannels);
    if (config.has("time_embedding_dim")) config.requireEqual("time_embedding_dim", unet.timeEmbedDim());
    const std::string addition = config.text("addition_embed_type", "");
    unet.textTime = addition == "text_time";
    if (!addition.empty() && !unet.textTime)
        config.fail("addition_embed_type", "is \"" + addition.substr(0, 80) + "\"; only \"text_time\" is supported");
    if (!unet.textTime) return;
    unet.additionTimeEmbedDim = config.integer("addition_time_embed_dim", 256, 2, kMostChannels);
    unet.projectionInputDim = config.integer("projection_class_embeddings_input_dim", 2816, 1, kMostChannels);
    if (unet.pooledDim() < 1)
        config.fail("projection_class_embeddings_input_dim", "is smaller than six times addition_time_embed_dim");
}

void checkDivisibility(const ConfigReader& config, const UnetConfig& unet) {
    if (unet.levels.front().channels % 2 != 0) config.fail("block_out_channels", "must begin with an even number");
    if (unet.textTime && unet.additionTimeEmbedDim % 2 != 0) config.fail("addition_time_embed_dim", "must be even");
    for (const UnetLevel& level : unet.levels) {
        if (level.channels % unet.normGroups != 0)
            config.fail("norm_num_groups", "must divide every entry of block_out_channels");
        const bool hasAttention = !level.downDepths.empty() || !level.upDepths.empty() ||
                                  unet.midBlock == UnetConfig::MidBlock::CrossAttention;
        if (hasAttention && level.channels % level.heads != 0)
            config.fail("attention_head_dim", "(the number of heads) must divide block_out_channels");
    }
}

int readSampleSize(const ConfigReader& config) {
    constexpr int kMostPositions = 4096;
    if (config.has("sample_size") && config.at("sample_size").is_array())
        return static_cast<int>(config.integers("sample_size", {}, 1, kMostPositions).front());
    return static_cast<int>(config.integer("sample_size", 64, 1, kMostPositions));
}

}  // namespace

UnetConfig parseUnetConfig(const nlohmann::json& json, const std::string& where) {
    const ConfigReader config(json, where);
    refuseUnsupported(config);
    UnetConfig unet;
    unet.sampleSize = readSampleSize(config);
    unet.inChannels = config.integer("in_channels", 4, 1, 64);
    unet.outChannels = config.integer("out_channels", 4, 1, 64);
    unet.centerInputSample = config.flag("center_input_sample", false);
    unet.normGroups = config.integer("norm_num_groups", 32, 1, kMostChannels);
    unet.normEps = config.number("norm_eps", 1e-5);
    unet.useLinearProjection = config.flag("use_linear_projection", false);
    unet.upcastAttention = config.flag("upcast_attention", false);

    const std::vector<std::int64_t> channels =
        config.integers("block_out_channels", {320, 640, 1280, 1280}, 1, kMostChannels);
    const std::size_t blocks = channels.size();
    if (blocks > 8) config.fail("block_out_channels", "has more than 8 entries");
    const auto layers = config.integersPerLevel("layers_per_block", 2, blocks, 1, kMostLayers);
    const auto heads = config.integersPerLevel("attention_head_dim", 8, blocks, 1, kMostChannels);
    const auto context = config.integersPerLevel("cross_attention_dim", 1280, blocks, 1, kMostChannels);
    if (std::count(context.begin(), context.end(), context.front()) != static_cast<std::ptrdiff_t>(blocks))
        config.fail("cross_attention_dim", "has different entries, but all blocks see the same prompt");
    for (std::size_t i = 0; i < blocks; ++i)
        unet.levels.push_back({channels[i], static_cast<int>(layers[i]), heads[i], context[i], {}, {}});

    unet.midBlock = readMidBlock(config, json);
    const auto down =
        attentionOf(config, "down_block_types", kDownBlocks, "CrossAttnDownBlock2D", "DownBlock2D", blocks);
    const auto up = attentionOf(config, "up_block_types", kUpBlocks, "CrossAttnUpBlock2D", "UpBlock2D", blocks);
    readDepths(config, down, up, unet);
    readEmbeddings(config, unet);
    checkDivisibility(config, unet);
    return unet;
}

}  // namespace segmoe
