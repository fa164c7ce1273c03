// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/nn/run_context.h"
#include "core/weights/weight_scope.h"

namespace segmoe::nn {

/// A layer input of a transformer block and everything fed by it: one dense network has q, k, v of a self-attention; a
/// mixture has the same with experts behind one routing decision. Immutable after loading.
class TokenLayer {
public:
    virtual ~TokenLayer() = default;
    /// x [B, N, Cin] → one tensor [B, N, Cout_i] per projection, in the order given at construction.
    virtual std::vector<at::Tensor> forward(const at::Tensor& x, RunContext& run) const = 0;
};

using TokenLayerPtr = std::unique_ptr<const TokenLayer>;

/// Which input of which transformer block: decides the label of its routing site ("D1.A0.T3.self").
struct BlockPlace {
    enum class Part { Down, Mid, Up };
    Part part = Part::Down;
    int block = 0;      ///< index of the down or up block
    int attention = 0;  ///< index of the transformer within the block
    int depth = 0;      ///< index of the transformer block within the transformer
};

/// Builds the four routed inputs of a transformer block. The dense factory makes plain layers; moe has one that makes
/// sparse layers wherever the scope holds experts. Scope names: attn1.to_q/to_k/to_v, attn2.to_q, attn2.to_k/to_v, ff.
class TokenLayerFactory {
public:
    virtual ~TokenLayerFactory() = default;
    /// Scope of the block; channels C. Outputs q, k, v, each [B, N, C].
    virtual TokenLayerPtr selfQkv(const WeightScope& block, const BlockPlace& place, std::int64_t channels);
    /// Output q [B, N, C].
    virtual TokenLayerPtr crossQuery(const WeightScope& block, const BlockPlace& place, std::int64_t channels);
    /// Input context [B, T, X]; outputs k, v [B, T, C].
    virtual TokenLayerPtr crossKeyValue(const WeightScope& block, const BlockPlace& place, std::int64_t channels,
                                        std::int64_t contextChannels);
    /// Output [B, N, C]: GEGLU feed-forward, inner width 4 C.
    virtual TokenLayerPtr feedForward(const WeightScope& block, const BlockPlace& place, std::int64_t channels);
};

}  // namespace segmoe::nn
