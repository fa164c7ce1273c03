// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/conv2d.h"

#include <ATen/ops/conv2d.h>

namespace segmoe::nn {

Conv2d::Conv2d(const WeightScope& scope, const Conv2dShape& shape)
    : weight(scope.take("weight", {shape.out, shape.in, shape.kernel, shape.kernel})),
      bias(scope.take("bias", {shape.out})),
      stride(shape.stride),
      padding(shape.padding) {}

at::Tensor Conv2d::forward(const at::Tensor& x) const { return at::conv2d(x, weight, bias, stride, padding); }

}  // namespace segmoe::nn
