// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// Normalises groups of channels over all positions, with a weight and a bias per channel (Wu & He, 2018). Statistics
/// are fp32 whatever the type of x.
struct GroupNorm {
    GroupNorm(const WeightScope& scope, std::int64_t channels, std::int64_t groupCount, double epsilon);

    /// [B, C, H, W] → the same shape.
    at::Tensor forward(const at::Tensor& x) const;
    /// silu(forward(x)), the pair that precedes every convolution.
    at::Tensor forwardSilu(const at::Tensor& x) const;

    at::Tensor weight;  ///< [C]
    at::Tensor bias;    ///< [C]
    std::int64_t groups = 32;
    double eps = 1e-5;
};

}  // namespace segmoe::nn
