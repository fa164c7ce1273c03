// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/nn/group_norm.h"
#include "core/nn/run_context.h"
#include "core/nn/token_layer.h"
#include "core/nn/transformer_block.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

struct Transformer2dShape {
    std::int64_t channels = 0;
    std::int64_t heads = 1;
    std::int64_t contextChannels = 0;
    int depth = 1;                  ///< transformer blocks
    std::int64_t groups = 32;       ///< of the GroupNorm, whose eps is 1e-6
    bool linearProjection = false;  ///< proj_in and proj_out are linear layers instead of 1×1 convolutions
};

/// Transformer blocks over the positions of a feature map, with a residual around all of them (Transformer2DModel of
/// diffusers).
struct Transformer2d {
    /// place: part, block and attention; depth is counted here.
    Transformer2d(const WeightScope& scope, const Transformer2dShape& shape, BlockPlace place,
                  TokenLayerFactory& layers);

    /// x [B, C, H, W], context [B, T, X] → [B, C, H, W]. Throws Cancelled.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& context, RunContext& run) const;

    GroupNorm norm;
    Linear projIn;
    std::vector<TransformerBlock> blocks;
    Linear projOut;
};

}  // namespace segmoe::nn
