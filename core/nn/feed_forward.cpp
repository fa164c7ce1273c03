// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/feed_forward.h"

#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>

namespace segmoe::nn {

at::Tensor geglu(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    // Two products into contiguous halves instead of one into interleaved rows: the same sums, and what follows runs
    // over contiguous memory.
    const std::int64_t inner = weight.size(0) / 2;
    at::Tensor value = at::linear(x, weight.narrow(0, 0, inner), bias.narrow(0, 0, inner));
    at::Tensor gate = at::linear(x, weight.narrow(0, inner, inner), bias.narrow(0, inner, inner));
    return value.mul_(at::gelu_(gate, "none"));
}

FeedForward::FeedForward(const WeightScope& scope, std::int64_t channels)
    : in(scope.child("net.0.proj"), channels, 8 * channels), out(scope.child("net.2"), 4 * channels, channels) {}

at::Tensor FeedForward::forward(const at::Tensor& x) const { return out.forward(geglu(x, in.weight, in.bias)); }

}  // namespace segmoe::nn
