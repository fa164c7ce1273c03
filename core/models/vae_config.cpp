// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/vae_config.h"

#include <nlohmann/json.hpp>

#include "core/models/config_reader.h"

namespace segmoe {
namespace {

void requireBlocks(const ConfigReader& config, std::string_view key, std::string_view wanted, std::size_t count) {
    const auto types = config.texts(key, {std::string(wanted)});
    if (types.size() != count) config.fail(key, "needs one entry per entry of block_out_channels");
    for (const std::string& type : types)
        if (type != wanted)
            config.fail(key, "names the block \"" + type.substr(0, 80) + "\"; only \"" + std::string(wanted) +
                                 "\" is supported");
}

void readScaling(const ConfigReader& config, VaeConfig& vae) {
    vae.scalingFactor = config.number("scaling_factor", 0.18215);
    vae.shiftFactor = config.number("shift_factor", 0.0);
    vae.latentsMean = config.numbers("latents_mean");
    vae.latentsStd = config.numbers("latents_std");
    const auto channels = static_cast<std::size_t>(vae.latentChannels);
    if (vae.latentsMean.size() != vae.latentsStd.size())
        config.fail("latents_std", "must have as many entries as latents_mean");
    if (!vae.latentsMean.empty() && vae.latentsMean.size() != channels)
        config.fail("latents_mean", "needs one entry per latent channel");
    if (vae.scalingFactor <= 0.0) config.fail("scaling_factor", "must be positive");
    for (double deviation : vae.latentsStd)
        if (deviation <= 0.0) config.fail("latents_std", "must be positive");
}

}  // namespace

VaeConfig parseVaeConfig(const nlohmann::json& json, const std::string& where) {
    const ConfigReader config(json, where);
    VaeConfig vae;
    vae.imageChannels = config.integer("in_channels", 3, 3, 3);
    config.requireEqual("out_channels", vae.imageChannels);
    vae.latentChannels = config.integer("latent_channels", 4, 1, 64);
    vae.channels = config.integers("block_out_channels", {64}, 1, 1 << 16);
    if (vae.channels.size() > 8) config.fail("block_out_channels", "has more than 8 entries");
    vae.layersPerBlock = static_cast<int>(config.integer("layers_per_block", 1, 1, 16));
    vae.normGroups = config.integer("norm_num_groups", 32, 1, 1 << 16);
    for (std::int64_t channels : vae.channels)
        if (channels % vae.normGroups != 0)
            config.fail("norm_num_groups", "must divide every entry of block_out_channels");
    requireBlocks(config, "down_block_types", "DownEncoderBlock2D", vae.channels.size());
    requireBlocks(config, "up_block_types", "UpDecoderBlock2D", vae.channels.size());
    const std::string activation = config.text("act_fn", "silu");
    if (activation != "silu" && activation != "swish")
        config.fail("act_fn", "is \"" + activation.substr(0, 80) + "\"; only \"silu\" is supported");
    vae.midAttention = config.flag("mid_block_add_attention", true);
    vae.quantConv = config.flag("use_quant_conv", true);
    vae.postQuantConv = config.flag("use_post_quant_conv", true);
    vae.sampleSize = config.has("sample_size") && config.at("sample_size").is_array()
                         ? static_cast<int>(config.integers("sample_size", {}, 1, 1 << 16).front())
                         : static_cast<int>(config.integer("sample_size", 32, 1, 1 << 16));
    vae.forceUpcast = config.flag("force_upcast", true);
    readScaling(config, vae);
    return vae;
}

}  // namespace segmoe
