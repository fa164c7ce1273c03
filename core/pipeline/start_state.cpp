// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/start_state.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace segmoe::pipeline {

namespace {

constexpr std::int64_t kInpaintChannels = 9;

/// A sample of the posterior, scaled: [N, 4, h, w]; draw [N, 4, h, w] standard normal.
at::Tensor encoded(const Vae& vae, const at::Tensor& image, const at::Tensor& draw, const CancelToken& cancel) {
    const Vae::Posterior posterior = vae.encode(image, cancel);
    const at::Tensor deviation = at::exp(0.5 * posterior.logVariance);
    return vae.scaleLatents(posterior.mean + deviation * draw.to(posterior.mean.device()));
}

/// One value per latent position: the mean over its pixels.
at::Tensor latentMask(const at::Tensor& mask, at::IntArrayRef latents) {
    return at::adaptive_avg_pool2d(mask, {latents[2], latents[3]});
}

/// Mask and picture outside of it, as networks for inpainting were trained.
at::Tensor inpaintChannels(const std::optional<StartPicture>& picture, const Vae& vae, RunNoise& noise,
                           const CancelToken& cancel) {
    const at::IntArrayRef shape = noise.start.sizes();
    const bool isMasked = picture && picture->mask().defined();
    const int scale = vae.config().scale();
    const at::Tensor hidden = isMasked ? picture->mask() : at::ones({1, 1, shape[2] * scale, shape[3] * scale});
    const at::Tensor image = picture ? picture->image() : at::zeros({1, 3, shape[2] * scale, shape[3] * scale});
    const at::Tensor visible = image * (hidden < 0.5);
    const at::Tensor latents = encoded(vae, visible, noise.steps->next(shape), cancel).narrow(0, 0, 1);
    return at::cat({latentMask(hidden, shape).to(latents.device()), latents}, 1);
}

}  // namespace

bool usesStartLatents(const RenderRequest& request, const UnetConfig& unet) {
    if (!request.start) return false;
    return unet.inChannels != kInpaintChannels || request.start->mask.empty() || request.start->strength < 1.0;
}

int skippedSteps(const RenderRequest& request, int steps) {
    if (!request.start) return 0;
    const int taken = std::clamp(static_cast<int>(steps * request.start->strength), 1, steps);
    return steps - taken;
}

at::Tensor StartState::keepOutside(const samplers::Sampler& sampler, int step, const at::Tensor& current) const {
    const samplers::NoiseLevel level = sampler.levelBefore(step);
    return mask * current + (1.0 - mask) * (level.signal * clean + level.noise * noise);
}

StartState startState(const RenderRequest& request, const std::optional<StartPicture>& picture, RunNoise& noise,
                      const Vae& vae, const UnetConfig& unet, samplers::Sampler& sampler, at::Device device,
                      const CancelToken& cancel) {
    StartState state;
    state.noise = noise.start.to(device);
    state.latents = state.noise * sampler.initNoiseSigma();
    if (picture && usesStartLatents(request, unet)) {
        state.clean = encoded(vae, picture->image(), noise.posterior, cancel).to(device);
        const bool isMasked = picture->mask().defined();
        if (isMasked) state.mask = latentMask(picture->mask(), noise.start.sizes()).to(device);
        if (isMasked && request.start->maskContent == MaskContent::Noise)
            state.clean = state.clean * (1.0 - state.mask);
        state.firstStep = skippedSteps(request, sampler.steps());
        sampler.startAt(state.firstStep);
        const samplers::NoiseLevel level = sampler.levelBefore(state.firstStep);
        // with the whole strength an inpainted region forgets the picture altogether
        if (!isMasked || request.start->strength < 1.0)
            state.latents = level.signal * state.clean + level.noise * state.noise;
    }
    if (unet.inChannels == kInpaintChannels) {
        state.extraChannels = inpaintChannels(picture, vae, noise, cancel).to(device);
        state.mask.reset();  // the network keeps the rest by itself
    }
    return state;
}

}  // namespace segmoe::pipeline
