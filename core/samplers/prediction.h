// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include "core/samplers/sampler.h"
#include "core/samplers/scheduler_config.h"

namespace segmoe::samplers {

/// The clean latents behind a model output for variance-preserving latents (segmoe.md §1.6). A noise
/// prediction needs a signal above 0.
at::Tensor predictOriginal(PredictionType type, const at::Tensor& output, const at::Tensor& latents, NoiseLevel level);

/// The noise behind it.
at::Tensor predictNoise(PredictionType type, const at::Tensor& output, const at::Tensor& latents, NoiseLevel level);

/// The clean latents for latents x = x₀ + σ·ε ("variance exploding": Euler and its relatives).
at::Tensor predictOriginalAtSigma(PredictionType type, const at::Tensor& output, const at::Tensor& latents,
                                  double sigma);

}  // namespace segmoe::samplers
