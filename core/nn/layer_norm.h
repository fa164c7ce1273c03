// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// Normalises each row over its last dimension, with a weight and a bias per channel. Statistics are fp32.
struct LayerNorm {
    LayerNorm(const WeightScope& scope, std::int64_t channels, double epsilon = 1e-5);

    /// [..., C] → the same shape.
    at::Tensor forward(const at::Tensor& x) const;

    at::Tensor weight;  ///< [C]
    at::Tensor bias;    ///< [C]
    double eps = 1e-5;
};

}  // namespace segmoe::nn
