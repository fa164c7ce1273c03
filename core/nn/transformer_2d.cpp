// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/transformer_2d.h"

#include "core/nn/linear.h"

namespace segmoe::nn {
namespace {

Linear projection(const WeightScope& scope, const Transformer2dShape& shape) {
    return shape.linearProjection ? Linear(scope, shape.channels, shape.channels)
                                  : Linear::fromPointwiseConv(scope, shape.channels, shape.channels);
}

}  // namespace

Transformer2d::Transformer2d(const WeightScope& scope, const Transformer2dShape& shape, BlockPlace place,
                             TokenLayerFactory& layers)
    : norm(scope.child("norm"), shape.channels, shape.groups, /*epsilon=*/1e-6),
      projIn(projection(scope.child("proj_in"), shape)),
      projOut(projection(scope.child("proj_out"), shape)) {
    const TransformerBlockShape block{shape.channels, shape.heads, shape.contextChannels};
    for (place.depth = 0; place.depth < shape.depth; ++place.depth)
        blocks.emplace_back(scope.child("transformer_blocks", static_cast<std::size_t>(place.depth)), block, place,
                            layers);
}

at::Tensor Transformer2d::forward(const at::Tensor& x, const at::Tensor& context, RunContext& run) const {
    at::Tensor tokens = norm.forward(x).flatten(2).transpose(1, 2);  // [B, N, C]
    tokens = projIn.forward(tokens);
    for (const TransformerBlock& block : blocks) tokens = block.forward(tokens, context, run);
    tokens = projOut.forward(tokens);
    return tokens.transpose(1, 2).reshape(x.sizes()) + x;  // [B, C, H, W]
}

}  // namespace segmoe::nn
