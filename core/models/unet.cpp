// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/unet.h"

#include <algorithm>
#include <string>
#include <utility>

#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>

#include "core/base/error.h"

namespace segmoe {
namespace {

[[noreturn]] void refuseInput(const std::string& what) {
    throw Error(ErrorCode::RequestInvalid, "The input does not fit the UNet: " + what + ".");
}

void requireShape(const at::Tensor& x, std::int64_t rows, std::int64_t width, const char* name) {
    const bool fits = x.defined() && x.dim() >= 2 && x.size(0) == rows && x.size(-1) == width;
    if (!fits)
        refuseInput(std::string(name) + " must have " + std::to_string(rows) + " rows of width " +
                    std::to_string(width));
}

}  // namespace

/// What every block of one pass needs.
struct Unet::Pass {
    const at::Tensor& emb;      // [B or 1, 4 C0]
    const at::Tensor& context;  // [B, T, X]
    nn::RunContext& run;

    /// Resnet j of a block and the transformer after it, if there is one.
    at::Tensor layer(const Block& block, std::size_t j, const at::Tensor& x) const {
        const at::Tensor h = block.resnets[j].forward(x, emb, run.cancel);
        return j < block.attentions.size() ? block.attentions[j].forward(h, context, run) : h;
    }
};

Unet::Unet(const UnetConfig& config, WeightLoader& loader, nn::TokenLayerFactory& layers)
    : m_config(config),
      m_placement(loader.placement()),
      m_convIn(WeightScope(loader, "conv_in"), {.in = config.inChannels, .out = config.levels.front().channels}),
      m_timeEmbedding(WeightScope(loader, "time_embedding"), config.levels.front().channels, config.timeEmbedDim(),
                      config.timeCondProjDim),
      m_normOut(WeightScope(loader, "conv_norm_out"), config.levels.front().channels, config.normGroups,
                config.normEps),
      m_convOut(WeightScope(loader, "conv_out"), {.in = config.levels.front().channels, .out = config.outChannels}) {
    const WeightScope root(loader);
    if (config.textTime)
        m_addEmbedding.emplace(root.child("add_embedding"), config.projectionInputDim, config.timeEmbedDim());
    for (std::size_t i = 0; i < config.levels.size(); ++i)
        m_downBlocks.push_back(makeDownBlock(root.child("down_blocks", i), i, layers));
    m_middle = makeMiddle(root.child("mid_block"), layers);
    for (std::size_t i = 0; i < config.levels.size(); ++i)
        m_upBlocks.push_back(makeUpBlock(root.child("up_blocks", i), i, layers));
}

std::shared_ptr<const Unet> Unet::load(const UnetConfig& config, TensorSourcePtr source, const Placement& placement,
                                       const CancelToken& cancel, const ProgressSink& progress) {
    WeightLoader loader(std::move(source), placement, cancel, progress);
    nn::TokenLayerFactory dense;
    auto unet = std::make_shared<const Unet>(config, loader, dense);
    loader.finish();
    return unet;
}

nn::ResnetBlockShape Unet::resnetShape(std::int64_t in, std::int64_t out) const {
    return {.in = in,
            .out = out,
            .embedding = m_config.timeEmbedDim(),
            .groups = m_config.normGroups,
            .eps = m_config.normEps};
}

nn::Transformer2dShape Unet::attentionShape(const UnetLevel& level, int depth) const {
    return {.channels = level.channels,
            .heads = level.heads,
            .contextChannels = level.contextChannels,
            .depth = depth,
            .groups = m_config.normGroups,
            .linearProjection = m_config.useLinearProjection};
}

Unet::Block Unet::makeDownBlock(const WeightScope& scope, std::size_t i, nn::TokenLayerFactory& layers) const {
    const UnetLevel& level = m_config.levels[i];
    const std::int64_t in = m_config.levels[i == 0 ? 0 : i - 1].channels;
    Block block;
    for (std::size_t j = 0; j < static_cast<std::size_t>(level.layers); ++j)
        block.resnets.emplace_back(scope.child("resnets", j),
                                   resnetShape(j == 0 ? in : level.channels, level.channels));
    for (std::size_t j = 0; j < level.downDepths.size(); ++j) {
        const nn::BlockPlace place{nn::BlockPlace::Part::Down, static_cast<int>(i), static_cast<int>(j), 0};
        block.attentions.emplace_back(scope.child("attentions", j), attentionShape(level, level.downDepths[j]), place,
                                      layers);
    }
    if (i + 1 < m_config.levels.size())
        block.downsample.emplace(scope.child("downsamplers.0"), level.channels, nn::Downsample::Padding::Symmetric);
    return block;
}

Unet::Block Unet::makeMiddle(const WeightScope& scope, nn::TokenLayerFactory& layers) const {
    const UnetLevel& level = m_config.levels.back();
    Block block;
    if (m_config.midBlock == UnetConfig::MidBlock::None) return block;
    block.resnets.emplace_back(scope.child("resnets.0"), resnetShape(level.channels, level.channels));
    if (m_config.midBlock == UnetConfig::MidBlock::Resnet) return block;
    const nn::BlockPlace place{nn::BlockPlace::Part::Mid, 0, 0, 0};
    block.attentions.emplace_back(scope.child("attentions.0"), attentionShape(level, m_config.midDepth), place, layers);
    block.resnets.emplace_back(scope.child("resnets.1"), resnetShape(level.channels, level.channels));
    return block;
}

Unet::Block Unet::makeUpBlock(const WeightScope& scope, std::size_t i, nn::TokenLayerFactory& layers) const {
    const std::size_t last = m_config.levels.size() - 1;
    const UnetLevel& level = m_config.levels[last - i];
    const std::int64_t previous = m_config.levels[i == 0 ? last : last - i + 1].channels;
    const std::int64_t deepestSkip = m_config.levels[last - std::min(i + 1, last)].channels;
    const auto resnets = static_cast<std::size_t>(level.layers) + 1;
    Block block;
    for (std::size_t j = 0; j < resnets; ++j) {
        const std::int64_t skip = j + 1 == resnets ? deepestSkip : level.channels;
        block.resnets.emplace_back(scope.child("resnets", j),
                                   resnetShape((j == 0 ? previous : level.channels) + skip, level.channels));
    }
    for (std::size_t j = 0; j < level.upDepths.size(); ++j) {
        const nn::BlockPlace place{nn::BlockPlace::Part::Up, static_cast<int>(i), static_cast<int>(j), 0};
        block.attentions.emplace_back(scope.child("attentions", j), attentionShape(level, level.upDepths[j]), place,
                                      layers);
    }
    if (i < last) block.upsample.emplace(scope.child("upsamplers.0"), level.channels);
    return block;
}

at::Tensor Unet::forward(const UnetInput& input, nn::RunContext& run) const {
    check(input);
    const at::Tensor emb = embed(input);             // [B or 1, 4 C0]
    const at::Tensor context = cast(input.context);  // [B, T, X]
    const Pass pass{emb, context, run};

    at::Tensor x = cast(input.sample);
    if (m_config.centerInputSample) x = 2.0 * x - 1.0;
    x = m_convIn.forward(x);  // [B, C0, H, W]
    std::vector<at::Tensor> skips{x};
    for (const Block& block : m_downBlocks) {
        for (std::size_t j = 0; j < block.resnets.size(); ++j) skips.push_back(x = pass.layer(block, j, x));
        if (block.downsample) skips.push_back(x = block.downsample->forward(x));  // [B, C, ⌈H/2⌉, ⌈W/2⌉]
    }
    for (std::size_t j = 0; j < m_middle.resnets.size(); ++j) x = pass.layer(m_middle, j, x);
    for (const Block& block : m_upBlocks) {
        for (std::size_t j = 0; j < block.resnets.size(); ++j) {
            x = at::cat({x, std::exchange(skips.back(), {})}, 1);
            skips.pop_back();
            x = pass.layer(block, j, x);
        }
        if (block.upsample) x = block.upsample->forward(x, skips.back().size(2), skips.back().size(3));
    }
    return m_convOut.forward(m_normOut.forwardSilu(x)).to(at::kFloat);  // [B, out, H, W]
}

at::Tensor Unet::embed(const UnetInput& input) const {
    const auto options = at::TensorOptions().device(m_placement.device).dtype(at::kFloat);
    const nn::SinusoidShape time{m_config.levels.front().channels, m_config.flipSinToCos, m_config.freqShift};
    const at::Tensor t = nn::sinusoid(at::full({1}, input.timestep, options), time);  // [1, C0]
    at::Tensor emb = m_timeEmbedding.forward(cast(t), input.guidance.defined() ? cast(input.guidance) : at::Tensor());
    if (!m_addEmbedding) return emb;
    const nn::SinusoidShape size{m_config.additionTimeEmbedDim, m_config.flipSinToCos, m_config.freqShift};
    const at::Tensor sizes =
        nn::sinusoid(input.timeIds.to(options).flatten(), size).view({input.timeIds.size(0), -1});  // [B, 6 D]
    return emb + m_addEmbedding->forward(at::cat({cast(input.pooled), cast(sizes)}, 1));
}

at::Tensor Unet::cast(const at::Tensor& x) const { return x.to(m_placement.device, m_placement.dtype); }

void Unet::check(const UnetInput& input) const {
    if (!input.sample.defined() || input.sample.dim() != 4 || input.sample.size(1) != m_config.inChannels ||
        input.sample.numel() == 0)
        refuseInput("sample must be [B, " + std::to_string(m_config.inChannels) + ", H, W]");
    const std::int64_t rows = input.sample.size(0);
    requireShape(input.context, rows, m_config.crossAttentionDim(), "context");
    if (input.context.dim() != 3 || input.context.size(1) == 0) refuseInput("context must be [B, T, X]");
    if (input.guidance.defined()) requireShape(input.guidance, rows, m_config.timeCondProjDim, "guidance");
    if (!m_config.textTime) return;
    requireShape(input.pooled, rows, m_config.pooledDim(), "pooled");
    requireShape(input.timeIds, rows, 6, "timeIds");
}

}  // namespace segmoe
