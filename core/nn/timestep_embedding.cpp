// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/timestep_embedding.h"

#include <cmath>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/silu.h>

namespace segmoe::nn {

at::Tensor sinusoid(const at::Tensor& values, const SinusoidShape& shape) {
    const std::int64_t half = shape.width / 2;
    const at::Tensor index = at::arange(half, values.options().dtype(at::kFloat));
    const at::Tensor frequency = (index * -std::log(10000.0) / static_cast<double>(half - shape.frequencyShift)).exp();
    const at::Tensor angle = values.to(at::kFloat).unsqueeze(1) * frequency.unsqueeze(0);  // [M, half]
    return shape.cosineFirst ? at::cat({angle.cos(), angle.sin()}, 1) : at::cat({angle.sin(), angle.cos()}, 1);
}

TimestepEmbedding::TimestepEmbedding(const WeightScope& scope, std::int64_t in, std::int64_t out,
                                     std::int64_t condition)
    : linear1(scope.child("linear_1"), in, out), linear2(scope.child("linear_2"), out, out) {
    if (condition > 0) conditionProjection.emplace(scope.child("cond_proj"), condition, in, Linear::Bias::No);
}

at::Tensor TimestepEmbedding::forward(const at::Tensor& x, const at::Tensor& condition) const {
    const at::Tensor input =
        conditionProjection && condition.defined() ? x + conditionProjection->forward(condition) : x;
    return linear2.forward(at::silu(linear1.forward(input)));
}

}  // namespace segmoe::nn
