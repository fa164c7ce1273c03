// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/latent_preview.h"

#include <cmath>
#include <cstring>

#include <ATen/ATen.h>

namespace segmoe::pipeline {

namespace {

// Fitted by the community on real pictures; rows are latent channels, the last row is the constant.
constexpr float kSd1Factors[5][3] = {{0.3512F, 0.2297F, 0.3227F},
                                     {0.3250F, 0.4974F, 0.2350F},
                                     {-0.2829F, 0.1762F, 0.2721F},
                                     {-0.2120F, -0.2616F, -0.7177F},
                                     {0.0F, 0.0F, 0.0F}};
constexpr float kSdxlFactors[5][3] = {{0.3920F, 0.4054F, 0.4549F},
                                      {-0.2634F, -0.0196F, 0.0653F},
                                      {0.0568F, 0.1687F, -0.0755F},
                                      {-0.3112F, -0.2359F, -0.2076F},
                                      {0.0F, 0.0F, 0.0F}};

at::Tensor factorTensor(const float (&factors)[5][3]) {
    at::Tensor tensor = at::empty({5, 3}, at::kFloat);
    std::memcpy(tensor.data_ptr<float>(), factors, sizeof factors);
    return tensor;
}

bool isPublishedStructure(const VaeConfig& config) {
    return config.channels == VaeConfig{}.channels && config.latentChannels == 4;
}

/// Even patches: every position of a patch has the same latent, so the middle of the decoded patch shows its colour.
at::Tensor fitted(const Vae& vae) {
    constexpr std::int64_t kPatches = 48, kSide = 4;
    at::Generator generator = at::detail::createCPUGenerator(1);
    const at::Tensor colours = at::randn({kPatches, vae.config().latentChannels}, generator, at::kFloat);
    const at::Tensor patches = colours.view({kPatches, -1, 1, 1}).expand({-1, -1, kSide, kSide}).contiguous();
    const at::Tensor decoded = vae.decode(vae.unscaleLatents(patches)).to(at::kCPU);
    const std::int64_t quarter = decoded.size(2) / 4;
    const at::Tensor middle =
        decoded.narrow(2, quarter, 2 * quarter).narrow(3, quarter, 2 * quarter).mean({2, 3}).clamp(-1, 1);  // [P, 3]
    const at::Tensor inputs = at::cat({colours, at::ones({kPatches, 1})}, 1);                               // [P, 5]
    // Normal equations with a little ridge: five unknowns per colour need no more.
    const at::Tensor gram = inputs.t().mm(inputs) + 1e-3 * at::eye(inputs.size(1));
    return at::linalg_solve(gram, inputs.t().mm(middle));
}

}  // namespace

LatentPreview LatentPreview::forVae(const Vae& vae) {
    const VaeConfig& config = vae.config();
    if (isPublishedStructure(config) && std::abs(config.scalingFactor - 0.18215) < 1e-4)
        return LatentPreview(factorTensor(kSd1Factors));
    if (isPublishedStructure(config) && std::abs(config.scalingFactor - 0.13025) < 1e-4)
        return LatentPreview(factorTensor(kSdxlFactors));
    return LatentPreview(fitted(vae));
}

Picture LatentPreview::render(const at::Tensor& latents) const {
    const at::Tensor flat = latents.to(at::kCPU, at::kFloat).flatten(1).t();                           // [h·w, 4]
    const at::Tensor colours = at::addmm(m_factors.narrow(0, 4, 1), flat, m_factors.narrow(0, 0, 4));  // [h·w, 3]
    return toPicture(colours.t().reshape({3, latents.size(1), latents.size(2)}));
}

Picture toPicture(const at::Tensor& image) {
    const at::Tensor bytes = (image.to(at::kCPU, at::kFloat) / 2 + 0.5)
                                 .clamp(0, 1)
                                 .mul(255)
                                 .round()
                                 .to(at::kByte)
                                 .permute({1, 2, 0})
                                 .contiguous();
    Picture picture;
    picture.height = static_cast<int>(bytes.size(0));
    picture.width = static_cast<int>(bytes.size(1));
    const std::uint8_t* data = bytes.data_ptr<std::uint8_t>();
    picture.rgb.assign(data, data + bytes.numel());
    return picture;
}

}  // namespace segmoe::pipeline
