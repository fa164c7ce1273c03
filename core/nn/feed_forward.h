// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/nn/linear.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// GEGLU (Shazeer, 2020): the input projection yields values and gates; returns value · gelu(gate) with the exact erf
/// form. x [..., C], weight [2 D, C], bias [2 D] (first half values, second half gates) → [..., D].
at::Tensor geglu(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias);

/// The feed-forward of a transformer block: GEGLU to 4 C and back. Scope names net.0.proj, net.2.
struct FeedForward {
    FeedForward(const WeightScope& scope, std::int64_t channels);

    /// [B, N, C] → [B, N, C].
    at::Tensor forward(const at::Tensor& x) const;

    Linear in;   ///< C → 8 C
    Linear out;  ///< 4 C → C
};

}  // namespace segmoe::nn
