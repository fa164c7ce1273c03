// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/transformer_block.h"

#include <vector>

#include "core/nn/attention.h"

namespace segmoe::nn {
namespace {

/// k and v of the prompt: [B, T, C] each, kept for the run when the context is constant.
std::vector<at::Tensor> keyValues(const TokenLayer& layer, const at::Tensor& context, RunContext& run) {
    if (!run.keepCrossKeyValues) return layer.forward(context, run);
    std::vector<at::Tensor>& kept = run.crossKeyValues[&layer];
    const bool fits = !kept.empty() && kept[0].size(0) == context.size(0) && kept[0].size(1) == context.size(1);
    if (!fits) kept = layer.forward(context, run);
    return kept;
}

}  // namespace

TransformerBlock::TransformerBlock(const WeightScope& scope, const TransformerBlockShape& shape,
                                   const BlockPlace& place, TokenLayerFactory& layers)
    : heads(shape.heads),
      norm1(scope.child("norm1"), shape.channels),
      norm2(scope.child("norm2"), shape.channels),
      norm3(scope.child("norm3"), shape.channels),
      selfQkv(layers.selfQkv(scope, place, shape.channels)),
      selfOut(scope.child("attn1.to_out.0"), shape.channels, shape.channels),
      crossQuery(layers.crossQuery(scope, place, shape.channels)),
      crossKeyValue(layers.crossKeyValue(scope, place, shape.channels, shape.contextChannels)),
      crossOut(scope.child("attn2.to_out.0"), shape.channels, shape.channels),
      feedForward(layers.feedForward(scope, place, shape.channels)) {}

at::Tensor TransformerBlock::forward(const at::Tensor& input, const at::Tensor& context, RunContext& run) const {
    run.cancel.check();
    at::Tensor x = input + selfAttention(norm1.forward(input), run);  // [B, N, C]
    x.add_(crossAttention(norm2.forward(x), context, run));
    x.add_(feedForward->forward(norm3.forward(x), run).front());
    return x;
}

at::Tensor TransformerBlock::selfAttention(const at::Tensor& x, RunContext& run) const {
    const std::vector<at::Tensor> qkv = selfQkv->forward(x, run);
    return selfOut.forward(attend(qkv[0], qkv[1], qkv[2], heads));
}

at::Tensor TransformerBlock::crossAttention(const at::Tensor& x, const at::Tensor& context, RunContext& run) const {
    const at::Tensor q = crossQuery->forward(x, run).front();
    const std::vector<at::Tensor> kv = keyValues(*crossKeyValue, context, run);
    return crossOut.forward(attend(q, kv[0], kv[1], heads));
}

}  // namespace segmoe::nn
