// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/resnet_block.h"

#include <ATen/ops/silu.h>

namespace segmoe::nn {

ResnetBlock::ResnetBlock(const WeightScope& scope, const ResnetBlockShape& shape)
    : norm1(scope.child("norm1"), shape.in, shape.groups, shape.eps),
      conv1(scope.child("conv1"), {.in = shape.in, .out = shape.out}),
      norm2(scope.child("norm2"), shape.out, shape.groups, shape.eps),
      conv2(scope.child("conv2"), {.in = shape.out, .out = shape.out}) {
    if (shape.embedding > 0) timeProjection.emplace(scope.child("time_emb_proj"), shape.embedding, shape.out);
    if (shape.in != shape.out)
        shortcut.emplace(scope.child("conv_shortcut"),
                         Conv2dShape{.in = shape.in, .out = shape.out, .kernel = 1, .padding = 0});
}

at::Tensor ResnetBlock::forward(const at::Tensor& x, const at::Tensor& emb, const CancelToken& cancel) const {
    cancel.check();
    at::Tensor h = conv1.forward(norm1.forwardSilu(x));  // [B, out, H, W]
    if (timeProjection) h.add_(timeProjection->forward(at::silu(emb)).unsqueeze(-1).unsqueeze(-1));
    h = conv2.forward(norm2.forwardSilu(h));
    return h.add_(shortcut ? shortcut->forward(x) : x);
}

}  // namespace segmoe::nn
