// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/nn/conv2d.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// Halves the size with a 3×3 convolution of stride 2. Scope name: conv.
struct Downsample {
    /// UNets pad all four sides by one; the VAE's encoder pads only right and bottom (asymmetric).
    enum class Padding { Symmetric, RightBottom };

    Downsample(const WeightScope& scope, std::int64_t channels, Padding padding);

    /// [B, C, H, W] → [B, C, ⌈H/2⌉, ⌈W/2⌉] (Symmetric) or ⌊⌋ (RightBottom).
    at::Tensor forward(const at::Tensor& x) const;

    Padding padding = Padding::Symmetric;
    Conv2d conv;
};

/// Repeats the nearest pixel up to the given size, then a 3×3 convolution. Scope name: conv.
struct Upsample {
    Upsample(const WeightScope& scope, std::int64_t channels);

    /// [B, C, H, W] → [B, C, height, width].
    at::Tensor forward(const at::Tensor& x, std::int64_t height, std::int64_t width) const;

    Conv2d conv;
};

}  // namespace segmoe::nn
