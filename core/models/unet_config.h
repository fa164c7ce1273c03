// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/domain/architecture.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// One resolution of a UNet, from the highest to the lowest.
struct UnetLevel {
    std::int64_t channels = 320;
    int layers = 2;          ///< resnets of the down block; the up block has one more
    std::int64_t heads = 8;  ///< of every attention ("attention_head_dim", which despite its name counts heads)
    std::int64_t contextChannels = 768;
    std::vector<int> downDepths;  ///< transformer blocks after each resnet of the down block; empty = no attention
    std::vector<int> upDepths;    ///< the same for the up block of this level, layers + 1 entries
    bool operator==(const UnetLevel&) const = default;
};

/// Everything that makes the structure of a UNet: data, never a model name (segmoe.md §1.1, UNet2DConditionModel of
/// diffusers). Up block i belongs to level levels.size() − 1 − i.
struct UnetConfig {
    enum class MidBlock { None, Resnet, CrossAttention };

    int sampleSize = 64;          ///< latent positions of a side the model was trained for
    std::int64_t inChannels = 4;  ///< 4; 9 inpaint; 8 pix2pix
    std::int64_t outChannels = 4;
    bool centerInputSample = false;  ///< 2 x − 1 at the entry
    bool flipSinToCos = true;
    int freqShift = 0;
    std::vector<UnetLevel> levels;
    MidBlock midBlock = MidBlock::CrossAttention;
    int midDepth = 1;  ///< 0 without cross-attention in the middle
    std::int64_t normGroups = 32;
    double normEps = 1e-5;
    bool useLinearProjection = false;
    bool upcastAttention = false;  ///< informative: scores and softmax are always accumulated in fp32
    std::int64_t timeCondProjDim =
        0;                  ///< width of the guidance embedding of an LCM, 0 = none; such a model takes no CFG
    bool textTime = false;  ///< pooled text and sizes join the time embedding (SDXL)
    std::int64_t additionTimeEmbedDim = 0;
    std::int64_t projectionInputDim = 0;  ///< pooled width + 6 × additionTimeEmbedDim

    std::int64_t pooledDim() const { return projectionInputDim - 6 * additionTimeEmbedDim; }
    std::int64_t timeEmbedDim() const { return 4 * levels.front().channels; }
    /// X; all levels with attention share it in every known model.
    std::int64_t crossAttentionDim() const { return levels.back().contextChannels; }
    bool operator==(const UnetConfig&) const = default;
};

/// Reads unet/config.json; absent keys take the reference's defaults, unknown ones are ignored, unsupported ones
/// refused. where: the file, for messages. Throws Error{ConfigInvalid} naming the key.
UnetConfig parseUnetConfig(const nlohmann::json& json, const std::string& where);

/// The structure from tensor names and shapes alone (segmoe.md §2.3), for sources with diffusers or SegMoE names. What
/// no shape tells (heads, groups, native size, prediction type) is taken from the known model of the same structure.
/// Throws Error{ArchitectureUnknown}.
UnetConfig detectUnetConfig(const TensorSource& source);

/// Family, name ("SD1.x", "SD2.x", "SDXL", "SSD-1B", "Vega" or "custom layout") and native size.
Architecture architectureOf(const UnetConfig& config);

/// The same from names and shapes, with the number of experts where the tensors are a mixture's.
Architecture detectArchitecture(const TensorSource& source);

}  // namespace segmoe
