// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/nn/conv2d.h"
#include "core/nn/group_norm.h"
#include "core/nn/linear.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

struct ResnetBlockShape {
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t embedding = 0;  ///< width of the time embedding, 0 = the block takes none (VAE)
    std::int64_t groups = 32;
    double eps = 1e-5;
};

/// Two convolutions with a residual; the time embedding is added between them (ResnetBlock2D of diffusers).
struct ResnetBlock {
    ResnetBlock(const WeightScope& scope, const ResnetBlockShape& shape);

    /// x [B, in, H, W], emb [B or 1, embedding] (undefined when the block takes none) → [B, out, H, W]. Throws
    /// Cancelled.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& emb, const CancelToken& cancel) const;

    GroupNorm norm1;
    Conv2d conv1;
    std::optional<Linear> timeProjection;
    GroupNorm norm2;
    Conv2d conv2;
    std::optional<Conv2d> shortcut;  ///< 1×1, only where the number of channels changes
};

}  // namespace segmoe::nn
