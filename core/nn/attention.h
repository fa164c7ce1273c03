// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace segmoe::nn {

enum class Masking { None, Causal };

/// softmax(q kᵀ / √(C / heads)) v, head by head; scores are accumulated in fp32 and never materialised whole
/// (Vaswani et al., 2017). q [B, N, C], k and v [B, T, C] → [B, N, C]. C must be a multiple of heads. With Causal, row
/// n sees the rows up to n.
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t heads,
                  Masking masking = Masking::None);

}  // namespace segmoe::nn
