// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/models/vae_config.h"
#include "core/nn/conv2d.h"
#include "core/nn/group_norm.h"
#include "core/nn/resample.h"
#include "core/nn/resnet_block.h"
#include "core/nn/spatial_attention.h"
#include "core/weights/weight_scope.h"

namespace segmoe {

/// Tile of decodeTiled: 64 latent positions, three quarters of a tile apart.
inline constexpr int kVaeTileLatents = 64;

/// The image autoencoder: AutoencoderKL of diffusers. Immutable after loading, may be shared by threads. "Scaled"
/// latents are those a UNet works with.
class Vae {
public:
    /// Mean and logarithm of the variance of the unscaled latents, [B, latentChannels, H / 8, W / 8] each, fp32.
    struct Posterior {
        at::Tensor mean;
        at::Tensor logVariance;  ///< clamped to −30 … 20
    };

    /// Takes the weights from the root scope. Call loader.finish() afterwards.
    Vae(const VaeConfig& config, WeightLoader& loader);
    /// fp16 becomes fp32 unless the config says that this VAE survives it. Throws Error{TensorMissing,
    /// TensorShapeMismatch}, Cancelled.
    static std::shared_ptr<const Vae> load(const VaeConfig& config, TensorSourcePtr source, const Placement& placement,
                                           const CancelToken& cancel = {}, const ProgressSink& progress = {});

    const VaeConfig& config() const { return m_config; }
    const Placement& placement() const { return m_placement; }

    /// image [B, 3, H, W] in −1 … 1, H and W multiples of scale(). Throws Error{RequestInvalid}, Cancelled.
    Posterior encode(const at::Tensor& image, const CancelToken& cancel = {}) const;
    /// Unscaled latents [B, latentChannels, h, w] → image [B, 3, 8 h, 8 w], fp32, about −1 … 1. Throws Cancelled.
    at::Tensor decode(const at::Tensor& latents, const CancelToken& cancel = {}) const;
    /// The same tile by tile, cross-faded linearly over the overlap of a quarter tile: bounded memory, small
    /// differences (tiled_decode of diffusers, which takes tileLatents = sampleSize / 8). progress gets one step per
    /// tile.
    at::Tensor decodeTiled(const at::Tensor& latents, int tileLatents = kVaeTileLatents, const CancelToken& cancel = {},
                           const ProgressSink& progress = {}) const;

    /// Unscaled → scaled: z s, or with latents_mean and latents_std (z − mean) s / std; fp32.
    at::Tensor scaleLatents(const at::Tensor& latents) const;
    /// The inverse of scaleLatents.
    at::Tensor unscaleLatents(const at::Tensor& latents) const;

private:
    struct Block {
        std::vector<nn::ResnetBlock> resnets;
        std::optional<nn::SpatialAttention> attention;  ///< after the first resnet, middle block only
        std::optional<nn::Downsample> downsample;
        std::optional<nn::Upsample> upsample;
    };
    /// Encoder and decoder are both: convolution, blocks, norm, convolution.
    struct Coder {
        Coder(const WeightScope& scope, const VaeConfig& config, bool isEncoder);
        at::Tensor forward(const at::Tensor& x, const CancelToken& cancel) const;

        nn::Conv2d convIn;
        std::vector<Block> blocks;
        nn::GroupNorm normOut;
        nn::Conv2d convOut;
    };

    at::Tensor cast(const at::Tensor& x) const;

    VaeConfig m_config;
    Placement m_placement;
    Coder m_encoder;
    Coder m_decoder;
    std::optional<nn::Conv2d> m_quantConv;
    std::optional<nn::Conv2d> m_postQuantConv;
};

}  // namespace segmoe
