// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/nn/layer_norm.h"
#include "core/nn/linear.h"
#include "core/nn/run_context.h"
#include "core/nn/token_layer.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

struct TransformerBlockShape {
    std::int64_t channels = 0;
    std::int64_t heads = 1;
    std::int64_t contextChannels = 0;
};

/// Self-attention, cross-attention to the prompt, feed-forward; each with a LayerNorm before and a residual around it
/// (BasicTransformerBlock of diffusers). What may be a mixture comes from the factory.
struct TransformerBlock {
    TransformerBlock(const WeightScope& scope, const TransformerBlockShape& shape, const BlockPlace& place,
                     TokenLayerFactory& layers);

    /// x [B, N, C], context [B, T, X] → [B, N, C]. Throws Cancelled.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& context, RunContext& run) const;

    std::int64_t heads = 1;
    LayerNorm norm1, norm2, norm3;
    TokenLayerPtr selfQkv;
    Linear selfOut;
    TokenLayerPtr crossQuery;
    TokenLayerPtr crossKeyValue;
    Linear crossOut;
    TokenLayerPtr feedForward;

private:
    at::Tensor selfAttention(const at::Tensor& x, RunContext& run) const;
    at::Tensor crossAttention(const at::Tensor& x, const at::Tensor& context, RunContext& run) const;
};

}  // namespace segmoe::nn
