// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// y = x Wᵀ + b over the last dimension: [..., in] → [..., out].
struct Linear {
    enum class Bias { Yes, No };

    Linear(const WeightScope& scope, std::int64_t in, std::int64_t out, Bias withBias = Bias::Yes);
    /// With bias, stored as a 1×1 convolution [out, in, 1, 1]: the same thing applied to tokens.
    static Linear fromPointwiseConv(const WeightScope& scope, std::int64_t in, std::int64_t out);

    at::Tensor forward(const at::Tensor& x) const;

    at::Tensor weight;  ///< [out, in]
    at::Tensor bias;    ///< [out], undefined without bias

private:
    Linear(at::Tensor stored, at::Tensor storedBias);
};

}  // namespace segmoe::nn
