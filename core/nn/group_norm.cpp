// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/group_norm.h"

#include <ATen/ops/group_norm.h>
#include <ATen/ops/silu.h>

namespace segmoe::nn {

GroupNorm::GroupNorm(const WeightScope& scope, std::int64_t channels, std::int64_t groupCount, double epsilon)
    : weight(scope.take("weight", {channels})),
      bias(scope.take("bias", {channels})),
      groups(groupCount),
      eps(epsilon) {}

at::Tensor GroupNorm::forward(const at::Tensor& x) const { return at::group_norm(x, groups, weight, bias, eps); }

at::Tensor GroupNorm::forwardSilu(const at::Tensor& x) const {
    at::Tensor y = forward(x);
    return at::silu_(y);
}

}  // namespace segmoe::nn
