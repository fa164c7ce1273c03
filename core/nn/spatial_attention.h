// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/nn/group_norm.h"
#include "core/nn/linear.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// Single-head self-attention over the positions of a feature map, with biases and a residual: the middle of a VAE.
/// Accepts the old tensor names query/key/value/proj_attn and 1×1-convolution shapes.
struct SpatialAttention {
    SpatialAttention(const WeightScope& scope, std::int64_t channels, std::int64_t groups, double eps);

    /// [B, C, H, W] → the same shape.
    at::Tensor forward(const at::Tensor& x) const;

    GroupNorm norm;
    Linear query, key, value, out;
};

}  // namespace segmoe::nn
