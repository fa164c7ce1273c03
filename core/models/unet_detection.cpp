// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The structure of a UNet from the names and shapes of its tensors (declared in unet_config.h).
#include <algorithm>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/models/known_layouts.h"
#include "core/models/unet_config.h"

namespace segmoe {
namespace {

constexpr int kMostBlocks = 8;
constexpr int kMostLayers = 17;
constexpr int kMostDepth = 64;
constexpr int kMostExperts = 64;

std::string numbered(const std::string& prefix, int index) { return prefix + std::to_string(index); }

/// Counts prefix0suffix, prefix1suffix, … without a gap.
int countRun(const TensorSource& source, const std::string& prefix, const std::string& suffix, int most) {
    int count = 0;
    while (count < most && source.contains(numbered(prefix, count) + suffix)) ++count;
    return count;
}

/// One dimension of a tensor; nothing when the tensor or the dimension is missing or senseless.
std::optional<std::int64_t> dimension(const TensorSource& source, const std::string& name, std::size_t axis) {
    const auto info = source.find(name);
    if (!info || info->shape.size() <= axis || info->shape[axis] < 1 || info->shape[axis] > (1 << 20))
        return std::nullopt;
    return info->shape[axis];
}

std::int64_t requireDimension(const TensorSource& source, const std::string& name, std::size_t axis) {
    if (const auto size = dimension(source, name, axis)) return *size;
    throw Error(ErrorCode::ArchitectureUnknown,
                source.describe() + " is not a UNet this program knows: the tensor " + name +
                    " is missing or has an unexpected shape.",
                name);
}

int depthOf(const TensorSource& source, const std::string& attention) {
    return countRun(source, attention + ".transformer_blocks.", ".norm1.weight", kMostDepth);
}

/// Depths of all attentions of a block; empty without attention.
std::vector<int> depthsOf(const TensorSource& source, const std::string& block) {
    std::vector<int> depths;
    while (depths.size() < kMostLayers) {
        const int depth = depthOf(source, numbered(block + ".attentions.", static_cast<int>(depths.size())));
        if (depth == 0) break;
        depths.push_back(depth);
    }
    return depths;
}

std::string firstAttentionOf(const UnetConfig& config, std::size_t level) {
    const std::size_t upBlock = config.levels.size() - 1 - level;
    if (!config.levels[level].downDepths.empty())
        return numbered("down_blocks.", static_cast<int>(level)) + ".attentions.0";
    return numbered("up_blocks.", static_cast<int>(upBlock)) + ".attentions.0";
}

/// The first attention of the network, on which everything that all of them share can be read.
std::string anyAttention(const UnetConfig& config) {
    for (std::size_t i = 0; i < config.levels.size(); ++i)
        if (!config.levels[i].downDepths.empty() || !config.levels[i].upDepths.empty())
            return firstAttentionOf(config, i);
    return "mid_block.attentions.0";
}

std::int64_t contextChannels(const TensorSource& source, const std::string& attention) {
    const std::string key = attention + ".transformer_blocks.0.attn2.to_k";
    const auto mixed = dimension(source, key + ".experts.0.weight", 1);
    return mixed ? *mixed : requireDimension(source, key + ".weight", 1);
}

void readLevels(const TensorSource& source, UnetConfig& config) {
    const int blocks = countRun(source, "down_blocks.", ".resnets.0.conv1.weight", kMostBlocks);
    if (blocks == 0) requireDimension(source, "down_blocks.0.resnets.0.conv1.weight", 0);
    for (int i = 0; i < blocks; ++i) {
        const std::string down = numbered("down_blocks.", i);
        UnetLevel level;
        level.channels = requireDimension(source, down + ".resnets.0.conv1.weight", 0);
        level.layers = countRun(source, down + ".resnets.", ".conv1.weight", kMostLayers);
        level.downDepths = depthsOf(source, down);
        level.upDepths = depthsOf(source, numbered("up_blocks.", blocks - 1 - i));
        config.levels.push_back(std::move(level));
    }
}

void readAttentions(const TensorSource& source, UnetConfig& config) {
    const std::string any = anyAttention(config);
    const std::int64_t context = contextChannels(source, any);
    const auto projection = source.find(any + ".proj_in.weight");
    config.useLinearProjection = projection && projection->shape.size() == 2;
    for (UnetLevel& level : config.levels) {
        level.contextChannels = context;
        level.heads = config.useLinearProjection ? std::max<std::int64_t>(1, level.channels / 64) : 8;
    }
    if (context == 1280 && config.useLinearProjection)
        throw Error(ErrorCode::ArchitectureUnknown,
                    source.describe() +
                        " is an SDXL refiner, which cannot make pictures alone; choose the base model instead.");
}

void readMiddle(const TensorSource& source, UnetConfig& config) {
    config.midDepth = depthOf(source, "mid_block.attentions.0");
    config.midBlock = config.midDepth > 0                                   ? UnetConfig::MidBlock::CrossAttention
                      : source.contains("mid_block.resnets.0.conv1.weight") ? UnetConfig::MidBlock::Resnet
                                                                            : UnetConfig::MidBlock::None;
}

void readAddedEmbedding(const TensorSource& source, UnetConfig& config) {
    const auto width = dimension(source, "add_embedding.linear_1.weight", 1);
    config.textTime = width.has_value();
    if (!config.textTime) return;
    config.projectionInputDim = *width;
    config.additionTimeEmbedDim = 256;
    if (config.pooledDim() < 1)
        throw Error(ErrorCode::ArchitectureUnknown,
                    source.describe() + " has an added embedding of an unknown kind (add_embedding.linear_1).");
}

int countExperts(const TensorSource& source) {
    for (const std::string& name : source.names()) {
        const std::size_t at = name.find(".experts.0.");
        if (at == std::string::npos) continue;
        return countRun(source, name.substr(0, at) + ".experts.", name.substr(at + 10), kMostExperts);
    }
    return 0;
}

}  // namespace

UnetConfig detectUnetConfig(const TensorSource& source) {
    UnetConfig config;
    config.inChannels = requireDimension(source, "conv_in.weight", 1);
    config.outChannels = requireDimension(source, "conv_out.weight", 0);
    readLevels(source, config);
    readMiddle(source, config);
    readAttentions(source, config);
    readAddedEmbedding(source, config);
    config.timeCondProjDim = dimension(source, "time_embedding.cond_proj.weight", 1).value_or(0);
    if (const KnownLayout* known = findKnownLayout(config)) {
        config.sampleSize = known->config.sampleSize;
    } else if (config.textTime) {
        config.sampleSize = 128;
    }
    return config;
}

Architecture architectureOf(const UnetConfig& config) {
    Architecture architecture;
    const KnownLayout* known = findKnownLayout(config);
    architecture.name = known != nullptr ? std::string(known->name) : "custom layout";
    architecture.family = known != nullptr             ? known->family
                          : config.textTime            ? ModelFamily::Sdxl
                          : config.useLinearProjection ? ModelFamily::Sd2
                                                       : ModelFamily::Sd1;
    architecture.inChannels = static_cast<int>(config.inChannels);
    architecture.crossAttentionDim = static_cast<int>(config.crossAttentionDim());
    architecture.nativeSize = config.sampleSize * 8;
    return architecture;
}

Architecture detectArchitecture(const TensorSource& source) {
    Architecture architecture = architectureOf(detectUnetConfig(source));
    architecture.experts = countExperts(source);
    architecture.isMixture = architecture.experts > 0;
    return architecture;
}

}  // namespace segmoe
