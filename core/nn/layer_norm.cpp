// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/layer_norm.h"

#include <ATen/ops/layer_norm.h>

namespace segmoe::nn {

LayerNorm::LayerNorm(const WeightScope& scope, std::int64_t channels, double epsilon)
    : weight(scope.take("weight", {channels})), bias(scope.take("bias", {channels})), eps(epsilon) {}

at::Tensor LayerNorm::forward(const at::Tensor& x) const {
    return at::layer_norm(x, weight.sizes(), weight, bias, eps);
}

}  // namespace segmoe::nn
