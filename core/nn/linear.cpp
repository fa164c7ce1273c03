// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/linear.h"

#include <utility>

#include <ATen/ops/linear.h>

namespace segmoe::nn {

Linear::Linear(const WeightScope& scope, std::int64_t in, std::int64_t out, Bias withBias)
    : weight(scope.take("weight", {out, in})) {
    if (withBias == Bias::Yes) bias = scope.take("bias", {out});
}

Linear::Linear(at::Tensor stored, at::Tensor storedBias) : weight(std::move(stored)), bias(std::move(storedBias)) {}

Linear Linear::fromPointwiseConv(const WeightScope& scope, std::int64_t in, std::int64_t out) {
    return {scope.take("weight", {out, in, 1, 1}).view({out, in}), scope.take("bias", {out})};
}

at::Tensor Linear::forward(const at::Tensor& x) const { return at::linear(x, weight, bias); }

}  // namespace segmoe::nn
