// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/domain/render_request.h"
#include "core/models/unet_config.h"
#include "core/models/vae.h"
#include "core/pipeline/start_latents.h"
#include "core/pipeline/start_picture.h"
#include "core/samplers/sampler.h"

namespace segmoe::pipeline {

/// Where sampling of some pictures begins. All tensors fp32 on the device of the UNet.
struct StartState {
    at::Tensor latents;        ///< [N, 4, h, w], as noisy as the sampler's first step wants them
    int firstStep = 0;         ///< solver steps left out before it
    at::Tensor clean;          ///< [N, 4, h, w] of the start picture; undefined without one
    at::Tensor noise;          ///< [N, 4, h, w] that was laid over it
    at::Tensor mask;           ///< [1, 1, h, w], 1 = paint anew; undefined without one
    at::Tensor extraChannels;  ///< [1, 5, h, w] for networks with 9 input channels, else undefined

    /// Latents before `step` with everything outside of the mask put back to the start picture at that noise level.
    at::Tensor keepOutside(const samplers::Sampler& sampler, int step, const at::Tensor& latents) const;
};

/// From noise alone, or from the request's start picture: its latents at the noise level of the first step that is
/// taken, N − ⌊N · strength⌋ steps in (diffusers' image-to-image and inpainting pipelines; the posterior is sampled
/// with the noise's own generator, before the start noise). A network for inpainting (9 channels) sees the mask and the
/// picture outside of it; without a mask it paints everything. Throws what encoding throws.
StartState startState(const RenderRequest& request, const std::optional<StartPicture>& picture, RunNoise& noise,
                      const Vae& vae, const UnetConfig& unet, samplers::Sampler& sampler, at::Device device,
                      const CancelToken& cancel);

/// Whether sampling begins from the start picture's own latents: not where a network for inpainting paints the whole
/// strength.
bool usesStartLatents(const RenderRequest& request, const UnetConfig& unet);

/// Solver steps that a request leaves out.
int skippedSteps(const RenderRequest& request, int steps);

}  // namespace segmoe::pipeline
