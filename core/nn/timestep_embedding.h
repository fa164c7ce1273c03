// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <ATen/core/Tensor.h>

#include "core/nn/linear.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

struct SinusoidShape {
    std::int64_t width = 320;  ///< even
    bool cosineFirst = true;   ///< "flip_sin_to_cos": [cos, sin] instead of [sin, cos]
    int frequencyShift = 0;    ///< "freq_shift": the frequencies run over half − shift
};

/// cos(v f) and sin(v f) with f_i = 10000^(−i / (half − shift)), computed in fp32 (Ho et al., 2020).
/// values [M], any type → [M, width] fp32 on the device of values.
at::Tensor sinusoid(const at::Tensor& values, const SinusoidShape& shape);

/// linear_2(silu(linear_1(x + cond_proj(condition)))): the embedding of the time step, and of SDXL's text and sizes.
struct TimestepEmbedding {
    /// condition: width of a guidance embedding (LCM), 0 = none.
    TimestepEmbedding(const WeightScope& scope, std::int64_t in, std::int64_t out, std::int64_t condition = 0);

    /// x [B, in], condition [B, condition] or undefined → [B, out].
    at::Tensor forward(const at::Tensor& x, const at::Tensor& condition = {}) const;

    Linear linear1, linear2;
    std::optional<Linear> conditionProjection;
};

}  // namespace segmoe::nn
