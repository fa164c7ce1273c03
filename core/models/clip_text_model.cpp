// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/clip_text_model.h"

#include <string>
#include <utility>

#include <ATen/ops/arange.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/sigmoid.h>

#include "core/base/error.h"
#include "core/nn/attention.h"

namespace segmoe {
namespace {

at::Tensor activate(const at::Tensor& x, ClipTextConfig::Activation activation) {
    return activation == ClipTextConfig::Activation::Gelu ? at::gelu(x, "none") : x * at::sigmoid(1.702 * x);
}

/// Tensor names have the prefix in older files and never in some newer ones.
WeightScope encoderScope(WeightLoader& loader) {
    const WeightScope prefixed(loader, "text_model");
    return prefixed.has("final_layer_norm.weight") ? prefixed : WeightScope(loader);
}

}  // namespace

const at::Tensor& ClipTextStates::fromEnd(int back) const {
    if (back < 0 || back >= static_cast<int>(hidden.size()))
        throw Error(ErrorCode::RequestInvalid, "The text encoder has " + std::to_string(hidden.size() - 1) +
                                                   " layers; skipping " + std::to_string(back) +
                                                   " of them is not possible.");
    return hidden[hidden.size() - 1 - static_cast<std::size_t>(back)];
}

ClipTextModel::Layer::Layer(const WeightScope& scope, const ClipTextConfig& config)
    : norm1(scope.child("layer_norm1"), config.width, config.normEps),
      query(scope.child("self_attn.q_proj"), config.width, config.width),
      key(scope.child("self_attn.k_proj"), config.width, config.width),
      value(scope.child("self_attn.v_proj"), config.width, config.width),
      out(scope.child("self_attn.out_proj"), config.width, config.width),
      norm2(scope.child("layer_norm2"), config.width, config.normEps),
      fc1(scope.child("mlp.fc1"), config.width, config.innerWidth),
      fc2(scope.child("mlp.fc2"), config.innerWidth, config.width) {}

at::Tensor ClipTextModel::Layer::forward(const at::Tensor& input, const ClipTextConfig& config) const {
    const at::Tensor h = norm1.forward(input);  // [B, T, C]
    const at::Tensor mixed =
        nn::attend(query.forward(h), key.forward(h), value.forward(h), config.heads, nn::Masking::Causal);
    const at::Tensor x = input + out.forward(mixed);
    return x + fc2.forward(activate(fc1.forward(norm2.forward(x)), config.activation));
}

ClipTextModel::ClipTextModel(const ClipTextConfig& config, WeightLoader& loader)
    : m_config(config), m_placement(loader.placement()) {
    const WeightScope root(loader);
    const WeightScope encoder = encoderScope(loader);
    loader.ignore("position_ids");
    m_tokenEmbedding = encoder.take("embeddings.token_embedding.weight", {config.vocabularySize, config.width});
    m_positionEmbedding = encoder.take("embeddings.position_embedding.weight", {config.positions, config.width});
    for (std::size_t i = 0; i < static_cast<std::size_t>(config.layers); ++i)
        m_layers.emplace_back(encoder.child("encoder.layers", i), config);
    m_finalNorm.emplace(encoder.child("final_layer_norm"), config.width, config.normEps);
    if (config.withProjection || root.has("text_projection.weight"))
        m_projection = root.take("text_projection.weight", {config.projectionDim, config.width});
}

std::shared_ptr<const ClipTextModel> ClipTextModel::load(const ClipTextConfig& config, TensorSourcePtr source,
                                                         const Placement& placement, const CancelToken& cancel,
                                                         const ProgressSink& progress) {
    WeightLoader loader(std::move(source), placement, cancel, progress);
    auto model = std::make_shared<const ClipTextModel>(config, loader);
    loader.finish();
    return model;
}

ClipTextStates ClipTextModel::forward(const at::Tensor& ids, std::int64_t endOfText, const CancelToken& cancel,
                                      const ExtraTokens& extra) const {
    at::Tensor x = embed(ids, extra);  // [B, T, C]
    ClipTextStates states;
    states.hidden.push_back(x.to(at::kFloat));
    for (const Layer& layer : m_layers) {
        cancel.check();
        x = layer.forward(x, m_config);
        states.hidden.push_back(x.to(at::kFloat));
    }
    const at::Tensor last = m_finalNorm->forward(x);
    const at::Tensor end = (ids == endOfText).to(at::kInt).argmax(1).to(m_placement.device);  // [B], the first one
    const at::Tensor row = at::arange(ids.size(0), end.options());
    const at::Tensor pooled = last.index({row, end});  // [B, C]
    states.last = last.to(at::kFloat);
    states.pooled = pooled.to(at::kFloat);
    if (m_projection.defined()) states.projected = at::linear(pooled, m_projection).to(at::kFloat);  // [B, P]
    return states;
}

at::Tensor ClipTextModel::finalNorm(const at::Tensor& hidden) const {
    return m_finalNorm->forward(hidden.to(m_placement.device, m_placement.dtype)).to(at::kFloat);
}

at::Tensor ClipTextModel::embed(const at::Tensor& ids, const ExtraTokens& extra) const {
    if (!ids.defined() || ids.dim() != 2 || ids.scalar_type() != at::kLong || ids.numel() == 0 ||
        ids.size(1) > m_config.positions)
        throw Error(ErrorCode::RequestInvalid, "The text encoder takes rows of 1 to " +
                                                   std::to_string(m_config.positions) +
                                                   " token ids; split longer prompts into chunks.");
    at::Tensor known = ids, isExtra;
    if (extra.vectors.defined()) {
        isExtra = (ids >= extra.firstId).logical_and(ids < extra.firstId + extra.vectors.size(0));
        known = ids.masked_fill(isExtra, 0);
    }
    if (known.min().item<std::int64_t>() < 0 || known.max().item<std::int64_t>() >= m_config.vocabularySize)
        throw Error(ErrorCode::RequestInvalid, "A token id lies outside the text encoder's vocabulary of " +
                                                   std::to_string(m_config.vocabularySize) +
                                                   "; tokenizer and text encoder do not belong together.");
    at::Tensor tokens = at::embedding(m_tokenEmbedding, known.to(m_placement.device));  // [B, T, C]
    if (isExtra.defined()) {
        const at::Tensor rows =
            at::embedding(extra.vectors.to(m_placement.device, tokens.scalar_type()),
                          (ids - extra.firstId).clamp(0, extra.vectors.size(0) - 1).to(m_placement.device));
        tokens = at::where(isExtra.to(m_placement.device).unsqueeze(2), rows, tokens);
    }
    return tokens + m_positionEmbedding.narrow(0, 0, ids.size(1));
}

}  // namespace segmoe
