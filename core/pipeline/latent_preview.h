// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include "core/domain/render_result.h"
#include "core/models/vae.h"

namespace segmoe::pipeline {

/// A linear map from the four latent channels to RGB: a picture of one pixel per latent position, for nearly nothing.
class LatentPreview {
public:
    /// The published factors for the VAEs of SD1/SD2 and SDXL (they are known by structure and scaling factor); for any
    /// other VAE a least-squares fit over a few decoded patches of even colour, which is cheap because such VAEs are
    /// small.
    static LatentPreview forVae(const Vae& vae);

    /// latents [4, h, w] as the UNet sees them (scaled), any float type → picture w × h.
    Picture render(const at::Tensor& latents) const;

private:
    explicit LatentPreview(at::Tensor factors) : m_factors(std::move(factors)) {}

    at::Tensor m_factors;  ///< [5, 3] fp32 on the CPU: four channels and a constant → RGB in −1 … 1
};

/// image [3, H, W], about −1 … 1, any float type → 8-bit RGB: clamp(x / 2 + 0.5), · 255, rounded half to even.
Picture toPicture(const at::Tensor& image);

}  // namespace segmoe::pipeline
