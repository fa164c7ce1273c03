// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/ldm_unet_names.h"

#include <cstddef>
#include <set>
#include <string_view>

namespace segmoe {

namespace {

/// One level of the way down or up, as far as names are concerned.
struct Level {
    std::vector<bool> hasAttention;  // a flag per resnet
    bool hasResampler = false;
};

struct UnetShape {
    std::vector<Level> down;
    std::vector<Level> up;
    bool midHasAttention = false;
    bool midHasSecondResnet = false;
};

/// "a.0", "a.0.1" … for every dotted prefix of every name: "is there such a module" as one look-up.
std::set<std::string, std::less<>> modulesOf(const std::vector<std::string>& names) {
    std::set<std::string, std::less<>> modules;
    for (const std::string& name : names)
        for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
            modules.insert(name.substr(0, dot));
    return modules;
}

std::string indexed(std::string_view base, std::size_t index, std::string_view rest = {}) {
    return std::string(base).append(".").append(std::to_string(index)).append(rest);
}

UnetShape shapeFromLdm(const std::set<std::string, std::less<>>& modules) {
    UnetShape shape;
    // input_blocks.0 is conv_in; after it each level is its resnets and, but for the last, a downsampler.
    shape.down.emplace_back();
    for (std::size_t i = 1; modules.contains(indexed("input_blocks", i)); ++i) {
        if (modules.contains(indexed("input_blocks", i, ".0.op"))) {
            shape.down.back().hasResampler = true;
            shape.down.emplace_back();
        } else {
            shape.down.back().hasAttention.push_back(modules.contains(indexed("input_blocks", i, ".1")));
        }
    }
    // On the way up the upsampler shares the index of its level's last resnet.
    shape.up.emplace_back();
    for (std::size_t i = 0; modules.contains(indexed("output_blocks", i)); ++i) {
        const bool isUpsamplerFirst = modules.contains(indexed("output_blocks", i, ".1.conv"));
        const bool isUpsamplerSecond = modules.contains(indexed("output_blocks", i, ".2.conv"));
        shape.up.back().hasAttention.push_back(!isUpsamplerFirst &&
                                               modules.contains(indexed("output_blocks", i, ".1")));
        if (!isUpsamplerFirst && !isUpsamplerSecond) continue;
        shape.up.back().hasResampler = true;
        shape.up.emplace_back();
    }
    shape.midHasAttention = modules.contains("middle_block.1");
    shape.midHasSecondResnet = modules.contains("middle_block.2");
    return shape;
}

std::vector<Level> levelsFromDiffusers(const std::set<std::string, std::less<>>& modules, std::string_view side,
                                       std::string_view resampler) {
    std::vector<Level> levels;
    for (std::size_t b = 0; modules.contains(indexed(side, b)); ++b) {
        const std::string block = indexed(side, b);
        Level level;
        for (std::size_t j = 0; modules.contains(indexed(block + ".resnets", j)); ++j)
            level.hasAttention.push_back(modules.contains(indexed(block + ".attentions", j)));
        level.hasResampler = modules.contains(std::string(block).append(resampler));
        levels.push_back(std::move(level));
    }
    return levels;
}

UnetShape shapeFromDiffusers(const std::set<std::string, std::less<>>& modules) {
    return {.down = levelsFromDiffusers(modules, "down_blocks", ".downsamplers.0"),
            .up = levelsFromDiffusers(modules, "up_blocks", ".upsamplers.0"),
            .midHasAttention = modules.contains("mid_block.attentions.0"),
            .midHasSecondResnet = modules.contains("mid_block.resnets.1")};
}

void addResnet(PrefixPairs& pairs, const std::string& ldm, const std::string& diffusers) {
    static constexpr std::pair<const char*, const char*> kInner[] = {
        {".in_layers.0", ".norm1"},  {".in_layers.2", ".conv1"},  {".emb_layers.1", ".time_emb_proj"},
        {".out_layers.0", ".norm2"}, {".out_layers.3", ".conv2"}, {".skip_connection", ".conv_shortcut"}};
    for (const auto& [inLdm, inDiffusers] : kInner) pairs.emplace_back(ldm + inLdm, diffusers + inDiffusers);
}

void addDown(PrefixPairs& pairs, const std::vector<Level>& levels) {
    std::size_t input = 1;
    for (std::size_t b = 0; b < levels.size(); ++b) {
        const std::string block = indexed("down_blocks", b);
        for (std::size_t j = 0; j < levels[b].hasAttention.size(); ++j, ++input) {
            addResnet(pairs, indexed("input_blocks", input, ".0"), indexed(block + ".resnets", j));
            if (levels[b].hasAttention[j])
                pairs.emplace_back(indexed("input_blocks", input, ".1"), indexed(block + ".attentions", j));
        }
        if (levels[b].hasResampler)
            pairs.emplace_back(indexed("input_blocks", input++, ".0.op"), block + ".downsamplers.0.conv");
    }
}

void addUp(PrefixPairs& pairs, const std::vector<Level>& levels) {
    std::size_t output = 0;
    for (std::size_t b = 0; b < levels.size(); ++b) {
        const std::string block = indexed("up_blocks", b);
        const std::size_t count = levels[b].hasAttention.size();
        for (std::size_t j = 0; j < count; ++j, ++output) {
            addResnet(pairs, indexed("output_blocks", output, ".0"), indexed(block + ".resnets", j));
            if (levels[b].hasAttention[j])
                pairs.emplace_back(indexed("output_blocks", output, ".1"), indexed(block + ".attentions", j));
            if (levels[b].hasResampler && j + 1 == count)
                pairs.emplace_back(indexed("output_blocks", output, levels[b].hasAttention[j] ? ".2.conv" : ".1.conv"),
                                   block + ".upsamplers.0.conv");
        }
    }
}

}  // namespace

PrefixPairs ldmUnetPairs(const std::vector<std::string>& names) {
    const auto modules = modulesOf(names);
    const UnetShape shape = modules.contains("input_blocks") ? shapeFromLdm(modules) : shapeFromDiffusers(modules);
    PrefixPairs pairs = {{"time_embed.0", "time_embedding.linear_1"},
                         {"time_embed.2", "time_embedding.linear_2"},
                         {"time_embed.cond_proj", "time_embedding.cond_proj"},
                         {"label_emb.0.0", "add_embedding.linear_1"},
                         {"label_emb.0.2", "add_embedding.linear_2"},
                         {"input_blocks.0.0", "conv_in"},
                         {"out.0", "conv_norm_out"},
                         {"out.2", "conv_out"}};
    addDown(pairs, shape.down);
    addResnet(pairs, "middle_block.0", "mid_block.resnets.0");
    if (shape.midHasAttention) pairs.emplace_back("middle_block.1", "mid_block.attentions.0");
    if (shape.midHasSecondResnet) addResnet(pairs, "middle_block.2", "mid_block.resnets.1");
    addUp(pairs, shape.up);
    return pairs;
}

}  // namespace segmoe
