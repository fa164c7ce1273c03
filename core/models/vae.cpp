// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/vae.h"

#include <algorithm>
#include <string>
#include <utility>

#include <ATen/ops/tensor.h>

#include "core/base/error.h"

namespace segmoe {
namespace {

constexpr double kNormEps = 1e-6;

std::int64_t widest(const VaeConfig& config) { return config.channels.back(); }

nn::ResnetBlockShape resnetShape(const VaeConfig& config, std::int64_t in, std::int64_t out) {
    return {.in = in, .out = out, .embedding = 0, .groups = config.normGroups, .eps = kNormEps};
}

/// [1, C, 1, 1] fp32
at::Tensor perChannel(const std::vector<double>& values, const at::Device& device) {
    return at::tensor(values, at::TensorOptions().dtype(at::kFloat)).view({1, -1, 1, 1}).to(device);
}

}  // namespace

Vae::Coder::Coder(const WeightScope& scope, const VaeConfig& config, bool isEncoder)
    : convIn(scope.child("conv_in"), {.in = isEncoder ? config.imageChannels : config.latentChannels,
                                      .out = isEncoder ? config.channels.front() : widest(config)}),
      normOut(scope.child("conv_norm_out"), isEncoder ? widest(config) : config.channels.front(), config.normGroups,
              kNormEps),
      convOut(scope.child("conv_out"), {.in = isEncoder ? widest(config) : config.channels.front(),
                                        .out = isEncoder ? 2 * config.latentChannels : config.imageChannels}) {
    const auto middle = [&] {
        const WeightScope mid = scope.child("mid_block");
        Block block;
        for (std::size_t j = 0; j < 2; ++j)
            block.resnets.emplace_back(mid.child("resnets", j), resnetShape(config, widest(config), widest(config)));
        if (config.midAttention)
            block.attention.emplace(mid.child("attentions.0"), widest(config), config.normGroups, kNormEps);
        return block;
    };
    const std::size_t levels = config.channels.size();
    if (!isEncoder) blocks.push_back(middle());
    std::int64_t in = isEncoder ? config.channels.front() : widest(config);
    for (std::size_t i = 0; i < levels; ++i) {
        const std::int64_t out = config.channels[isEncoder ? i : levels - 1 - i];
        const WeightScope blockScope = scope.child(isEncoder ? "down_blocks" : "up_blocks", i);
        Block block;
        for (int j = 0; j < config.layersPerBlock + (isEncoder ? 0 : 1); ++j)
            block.resnets.emplace_back(blockScope.child("resnets", static_cast<std::size_t>(j)),
                                       resnetShape(config, j == 0 ? in : out, out));
        if (i + 1 < levels && isEncoder)
            block.downsample.emplace(blockScope.child("downsamplers.0"), out, nn::Downsample::Padding::RightBottom);
        if (i + 1 < levels && !isEncoder) block.upsample.emplace(blockScope.child("upsamplers.0"), out);
        blocks.push_back(std::move(block));
        in = out;
    }
    if (isEncoder) blocks.push_back(middle());
}

at::Tensor Vae::Coder::forward(const at::Tensor& input, const CancelToken& cancel) const {
    at::Tensor x = convIn.forward(input);
    for (const Block& block : blocks) {
        for (std::size_t j = 0; j < block.resnets.size(); ++j) {
            x = block.resnets[j].forward(x, {}, cancel);
            if (block.attention && j == 0) x = block.attention->forward(x);
        }
        if (block.downsample) x = block.downsample->forward(x);
        if (block.upsample) x = block.upsample->forward(x, 2 * x.size(2), 2 * x.size(3));
    }
    return convOut.forward(normOut.forwardSilu(x));
}

Vae::Vae(const VaeConfig& config, WeightLoader& loader)
    : m_config(config),
      m_placement(loader.placement()),
      m_encoder(WeightScope(loader, "encoder"), config, true),
      m_decoder(WeightScope(loader, "decoder"), config, false) {
    const std::int64_t latent = config.latentChannels;
    const WeightScope root(loader);
    if (config.quantConv)
        m_quantConv.emplace(root.child("quant_conv"), nn::Conv2dShape{2 * latent, 2 * latent, 1, 1, 0});
    if (config.postQuantConv)
        m_postQuantConv.emplace(root.child("post_quant_conv"), nn::Conv2dShape{latent, latent, 1, 1, 0});
}

std::shared_ptr<const Vae> Vae::load(const VaeConfig& config, TensorSourcePtr source, const Placement& placement,
                                     const CancelToken& cancel, const ProgressSink& progress) {
    Placement chosen = placement;
    if (chosen.dtype == at::kHalf && config.forceUpcast) chosen.dtype = at::kFloat;
    WeightLoader loader(std::move(source), chosen, cancel, progress);
    auto vae = std::make_shared<const Vae>(config, loader);
    loader.finish();
    return vae;
}

Vae::Posterior Vae::encode(const at::Tensor& image, const CancelToken& cancel) const {
    const std::int64_t scale = m_config.scale();
    if (image.dim() != 4 || image.size(1) != m_config.imageChannels || image.numel() == 0 ||
        image.size(2) % scale != 0 || image.size(3) % scale != 0)
        throw Error(ErrorCode::RequestInvalid,
                    "An image to encode must have three channels and sides that are multiples of " +
                        std::to_string(scale) + ".");
    at::Tensor moments = m_encoder.forward(cast(image), cancel);
    if (m_quantConv) moments = m_quantConv->forward(moments);  // [B, 2 latentChannels, H / 8, W / 8]
    const auto halves = moments.to(at::kFloat).chunk(2, 1);
    return {halves[0], halves[1].clamp(-30.0, 20.0)};
}

at::Tensor Vae::decode(const at::Tensor& latents, const CancelToken& cancel) const {
    if (latents.dim() != 4 || latents.size(1) != m_config.latentChannels || latents.numel() == 0)
        throw Error(ErrorCode::RequestInvalid,
                    "Latents to decode must be [B, " + std::to_string(m_config.latentChannels) + ", h, w].");
    at::Tensor z = cast(latents);
    if (m_postQuantConv) z = m_postQuantConv->forward(z);
    return m_decoder.forward(z, cancel).to(at::kFloat);  // [B, 3, 8 h, 8 w]
}

at::Tensor Vae::scaleLatents(const at::Tensor& latents) const {
    const at::Tensor z = latents.to(at::kFloat);
    if (m_config.latentsMean.empty()) return (z - m_config.shiftFactor) * m_config.scalingFactor;
    return (z - perChannel(m_config.latentsMean, z.device())) * m_config.scalingFactor /
           perChannel(m_config.latentsStd, z.device());
}

at::Tensor Vae::unscaleLatents(const at::Tensor& latents) const {
    const at::Tensor z = latents.to(at::kFloat);
    if (m_config.latentsMean.empty()) return z / m_config.scalingFactor + m_config.shiftFactor;
    return z * perChannel(m_config.latentsStd, z.device()) / m_config.scalingFactor +
           perChannel(m_config.latentsMean, z.device());
}

at::Tensor Vae::cast(const at::Tensor& x) const { return x.to(m_placement.device, m_placement.dtype); }

}  // namespace segmoe
