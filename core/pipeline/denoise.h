// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <ATen/core/Tensor.h>

#include "core/models/unet.h"
#include "core/nn/run_context.h"
#include "core/pipeline/prompt_encoder.h"
#include "core/samplers/sampler.h"

namespace segmoe::pipeline {

/// Classifier-free guidance: how two predictions become one (segmoe.md §1.6).
struct Guidance {
    double scale = 7.0;       ///< g of u + g (c − u); 1 skips the negative pass
    double rescale = 0.0;     ///< φ of arXiv 2305.08891, section 3.4
    bool sequential = false;  ///< two passes instead of one batch of two: less memory, each half routed by itself

    bool isActive(const UnetConfig& config) const { return scale > 1.0 && config.timeCondProjDim == 0; }
};

/// Everything one run needs that does not change while it runs. N pictures share the UNet calls.
struct DenoiseJob {
    const Unet& unet;
    const PromptStates& positive;
    const PromptStates* negative = nullptr;  ///< needed when guidance is active
    at::Tensor timeIds;                      ///< [1, 6] for SDXL, else undefined
    Guidance guidance;
    at::Tensor extraChannels = {};  ///< [1, C, h, w] shown to the network beside the latents; undefined = none
    /// What becomes of the latents before solver step `step`; empty = they stay.
    std::function<at::Tensor(int step, const at::Tensor& latents)> afterStep = {};
};

/// Called after every model evaluation that ends a solver step: step counts from 0, x0 is the predicted clean latent.
using StepDone = std::function<void(int step, const at::Tensor& latents, const at::Tensor& x0)>;

/// From start latents (as noisy as the sampler's next evaluation wants them) [N, 4, h, w] to final latents. The loop
/// of diffusers' pipelines. Throws Cancelled within one layer's time, Error{RenderNotFinite}.
at::Tensor denoise(const DenoiseJob& job, samplers::Sampler& sampler, samplers::NoiseSource& noise, at::Tensor latents,
                   nn::RunContext& run, const StepDone& stepDone);

}  // namespace segmoe::pipeline
