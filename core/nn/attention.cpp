// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/attention.h"

#include <optional>

#include <ATen/ops/scaled_dot_product_attention.h>

namespace segmoe::nn {
namespace {

// [B, N, C] → [B, heads, N, C / heads], a view
at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads) {
    return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

}  // namespace

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t heads, Masking masking) {
    const at::Tensor mixed =
        at::scaled_dot_product_attention(splitHeads(q, heads), splitHeads(k, heads), splitHeads(v, heads),
                                         /*attn_mask=*/std::nullopt, /*dropout_p=*/0.0, masking == Masking::Causal);
    return mixed.transpose(1, 2).reshape(q.sizes());  // [B, N, C]
}

}  // namespace segmoe::nn
