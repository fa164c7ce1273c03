// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/resample.h"

#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/upsample_nearest2d.h>

namespace segmoe::nn {

Downsample::Downsample(const WeightScope& scope, std::int64_t channels, Padding where)
    : padding(where),
      conv(scope.child("conv"),
           {.in = channels, .out = channels, .stride = 2, .padding = where == Padding::Symmetric ? 1 : 0}) {}

at::Tensor Downsample::forward(const at::Tensor& x) const {
    if (padding == Padding::Symmetric) return conv.forward(x);
    return conv.forward(at::constant_pad_nd(x, {0, 1, 0, 1}));
}

Upsample::Upsample(const WeightScope& scope, std::int64_t channels)
    : conv(scope.child("conv"), {.in = channels, .out = channels}) {}

at::Tensor Upsample::forward(const at::Tensor& x, std::int64_t height, std::int64_t width) const {
    return conv.forward(at::upsample_nearest2d(x, {height, width}));
}

}  // namespace segmoe::nn
