// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/ldm_vae_names.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace segmoe {

namespace {

constexpr std::pair<std::string_view, std::string_view> kResnet[] = {{".norm1", ".norm1"},
                                                                     {".conv1", ".conv1"},
                                                                     {".norm2", ".norm2"},
                                                                     {".conv2", ".conv2"},
                                                                     {".nin_shortcut", ".conv_shortcut"}};

constexpr std::pair<std::string_view, std::string_view> kAttention[] = {
    {".norm", ".group_norm"}, {".q", ".to_q"}, {".k", ".to_k"}, {".v", ".to_v"}, {".proj_out", ".to_out.0"}};

/// The number after a prefix: 12 in "encoder.down.12.block.0…" for "encoder.down.".
std::optional<std::size_t> numberAfter(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), value);
    if (failed != std::errc{} || end == name.data() + name.size() || *end != '.' || value > 99) return std::nullopt;
    return value;
}

/// How many follow a prefix: one more than the largest number.
std::size_t countAfter(const std::vector<std::string>& names, std::string_view prefix) {
    std::size_t count = 0;
    for (const std::string& name : names)
        if (const auto number = numberAfter(name, prefix)) count = std::max(count, *number + 1);
    return count;
}

template <std::size_t N>
void addInner(PrefixPairs& pairs, const std::string& ldm, const std::string& diffusers,
              const std::pair<std::string_view, std::string_view> (&inner)[N]) {
    for (const auto& [inLdm, inDiffusers] : inner)
        pairs.emplace_back(std::string(ldm).append(inLdm), std::string(diffusers).append(inDiffusers));
}

/// One level of one half. `ldm` is "encoder.down.0", `diffusers` "encoder.down_blocks.0".
void addLevel(PrefixPairs& pairs, const std::vector<std::string>& names, const std::string& ldm,
              const std::string& diffusers) {
    const std::size_t resnets =
        std::max(countAfter(names, ldm + ".block."), countAfter(names, diffusers + ".resnets."));
    for (std::size_t j = 0; j < resnets; ++j)
        addInner(pairs, ldm + ".block." + std::to_string(j), diffusers + ".resnets." + std::to_string(j), kResnet);
}

void addMiddle(PrefixPairs& pairs, const std::string& half) {
    addInner(pairs, half + ".mid.block_1", half + ".mid_block.resnets.0", kResnet);
    addInner(pairs, half + ".mid.attn_1", half + ".mid_block.attentions.0", kAttention);
    addInner(pairs, half + ".mid.block_2", half + ".mid_block.resnets.1", kResnet);
    pairs.emplace_back(half + ".conv_in", half + ".conv_in");
    pairs.emplace_back(half + ".norm_out", half + ".conv_norm_out");
    pairs.emplace_back(half + ".conv_out", half + ".conv_out");
}

}  // namespace

PrefixPairs ldmVaePairs(const std::vector<std::string>& names) {
    PrefixPairs pairs = {{"quant_conv", "quant_conv"}, {"post_quant_conv", "post_quant_conv"}};
    addMiddle(pairs, "encoder");
    addMiddle(pairs, "decoder");
    const std::size_t encoderLevels =
        std::max(countAfter(names, "encoder.down."), countAfter(names, "encoder.down_blocks."));
    for (std::size_t i = 0; i < encoderLevels; ++i) {
        const std::string ldm = "encoder.down." + std::to_string(i);
        const std::string diffusers = "encoder.down_blocks." + std::to_string(i);
        addLevel(pairs, names, ldm, diffusers);
        pairs.emplace_back(ldm + ".downsample.conv", diffusers + ".downsamplers.0.conv");
    }
    const std::size_t decoderLevels =
        std::max(countAfter(names, "decoder.up."), countAfter(names, "decoder.up_blocks."));
    for (std::size_t i = 0; i < decoderLevels; ++i) {
        const std::string ldm = "decoder.up." + std::to_string(decoderLevels - 1 - i);
        const std::string diffusers = "decoder.up_blocks." + std::to_string(i);
        addLevel(pairs, names, ldm, diffusers);
        pairs.emplace_back(ldm + ".upsample.conv", diffusers + ".upsamplers.0.conv");
    }
    return pairs;
}

bool isVaeAttentionMatrix(std::string_view diffusersName) {
    if (diffusersName.find(".mid_block.attentions.") == std::string_view::npos) return false;
    static constexpr std::string_view kEndings[] = {".to_q.weight", ".to_k.weight", ".to_v.weight", ".to_out.0.weight"};
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return diffusersName.ends_with(ending); });
}

}  // namespace segmoe
