// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/models/unet_config.h"
#include "core/nn/conv2d.h"
#include "core/nn/group_norm.h"
#include "core/nn/resample.h"
#include "core/nn/resnet_block.h"
#include "core/nn/run_context.h"
#include "core/nn/timestep_embedding.h"
#include "core/nn/token_layer.h"
#include "core/nn/transformer_2d.h"
#include "core/weights/weight_scope.h"

namespace segmoe {

/// What a UNet predicts noise from. Tensors may have any floating type and stand on any device.
struct UnetInput {
    at::Tensor sample;      ///< [B, inChannels, H, W]; any H and W
    double timestep = 0.0;  ///< 0 … 999, may be fractional
    at::Tensor context;     ///< [B, T, X] states of the prompt
    at::Tensor pooled;      ///< [B, pooledDim], only for text_time (SDXL)
    at::Tensor timeIds;     ///< [B, 6] original height, width, crop top, left, target height, width; keep fp32
    at::Tensor guidance;    ///< [B, timeCondProjDim] guidance embedding, only for an LCM
};

/// The denoising network of Stable Diffusion: UNet2DConditionModel of diffusers, whatever the layout. Immutable after
/// loading, may be shared by threads; everything that changes is in the RunContext.
class Unet {
public:
    /// Takes the weights from the root scope of loader; layers decides what may be a mixture. Call loader.finish()
    /// afterwards to learn of missing and unexpected tensors. Throws Cancelled.
    Unet(const UnetConfig& config, WeightLoader& loader, nn::TokenLayerFactory& layers);
    /// A dense UNet with all weights resident. Throws Error{TensorMissing, TensorShapeMismatch}, Cancelled.
    static std::shared_ptr<const Unet> load(const UnetConfig& config, TensorSourcePtr source,
                                            const Placement& placement, const CancelToken& cancel = {},
                                            const ProgressSink& progress = {});

    const UnetConfig& config() const { return m_config; }
    const Placement& placement() const { return m_placement; }

    /// The prediction (noise or velocity) [B, outChannels, H, W], fp32, on the network's device. Throws
    /// Error{RequestInvalid} when an input does not fit the network, Cancelled.
    at::Tensor forward(const UnetInput& input, nn::RunContext& run) const;

private:
    /// Resnets with a transformer after each where the block has attention, then a change of size. Down and up block
    /// alike.
    struct Block {
        std::vector<nn::ResnetBlock> resnets;
        std::vector<nn::Transformer2d> attentions;
        std::optional<nn::Downsample> downsample;
        std::optional<nn::Upsample> upsample;
    };
    struct Pass;

    Block makeDownBlock(const WeightScope& scope, std::size_t level, nn::TokenLayerFactory& layers) const;
    Block makeUpBlock(const WeightScope& scope, std::size_t block, nn::TokenLayerFactory& layers) const;
    Block makeMiddle(const WeightScope& scope, nn::TokenLayerFactory& layers) const;
    nn::ResnetBlockShape resnetShape(std::int64_t in, std::int64_t out) const;
    nn::Transformer2dShape attentionShape(const UnetLevel& level, int depth) const;

    void check(const UnetInput& input) const;
    at::Tensor embed(const UnetInput& input) const;
    at::Tensor cast(const at::Tensor& x) const;

    UnetConfig m_config;
    Placement m_placement;
    nn::Conv2d m_convIn;
    nn::TimestepEmbedding m_timeEmbedding;
    std::optional<nn::TimestepEmbedding> m_addEmbedding;
    std::vector<Block> m_downBlocks;
    Block m_middle;
    std::vector<Block> m_upBlocks;
    nn::GroupNorm m_normOut;
    nn::Conv2d m_convOut;
};

}  // namespace segmoe
