// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/weights/weight_scope.h"

namespace segmoe::nn {

struct Conv2dShape {
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t padding = 1;  ///< the same on all four sides
};

/// 2D convolution with bias: [B, in, H, W] → [B, out, H', W'].
struct Conv2d {
    Conv2d(const WeightScope& scope, const Conv2dShape& shape);

    at::Tensor forward(const at::Tensor& x) const;

    at::Tensor weight;  ///< [out, in, kernel, kernel]
    at::Tensor bias;    ///< [out]
    std::int64_t stride = 1;
    std::int64_t padding = 1;
};

}  // namespace segmoe::nn
