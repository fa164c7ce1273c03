// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/models/clip_text_config.h"
#include "core/nn/layer_norm.h"
#include "core/nn/linear.h"
#include "core/weights/weight_scope.h"

namespace segmoe {

/// What a text encoder computes for B chunks of T tokens, fp32, on the network's device.
struct ClipTextStates {
    std::vector<at::Tensor>
        hidden;            ///< layers + 1 entries [B, T, C]: [0] embeddings, [i] after layer i; none normalised
    at::Tensor last;       ///< [B, T, C] hidden.back() after the final LayerNorm: the context of SD1 and SD2
    at::Tensor pooled;     ///< [B, C] last at the first end-of-text token
    at::Tensor projected;  ///< [B, P] pooled after the projection; undefined without one

    /// hidden_states[-2] of transformers, without final LayerNorm: the context of SDXL.
    const at::Tensor& penultimate() const { return fromEnd(1); }
    /// hidden_states[-1 - back]. Throws Error{RequestInvalid} when there are not that many layers.
    const at::Tensor& fromEnd(int back) const;
};

/// Tokens beyond a text encoder's vocabulary: id firstId + i has row i as its embedding.
struct ExtraTokens {
    std::int64_t firstId = 0;
    at::Tensor vectors;  ///< [n, C]; undefined = none
};

/// A CLIP text encoder: CLIPTextModel and CLIPTextModelWithProjection of transformers. Causal, without padding mask.
/// Immutable after loading, may be shared by threads.
class ClipTextModel {
public:
    /// Takes the weights from the root scope, with or without the leading "text_model.". Call loader.finish()
    /// afterwards.
    ClipTextModel(const ClipTextConfig& config, WeightLoader& loader);
    /// Throws Error{TensorMissing, TensorShapeMismatch}, Cancelled.
    static std::shared_ptr<const ClipTextModel> load(const ClipTextConfig& config, TensorSourcePtr source,
                                                     const Placement& placement, const CancelToken& cancel = {},
                                                     const ProgressSink& progress = {});

    const ClipTextConfig& config() const { return m_config; }
    const Placement& placement() const { return m_placement; }

    /// ids [B, T] int64, T ≤ positions; endOfText: the tokenizer's id, whose first occurrence is the pooled position.
    /// Throws Error{RequestInvalid} when ids do not fit, Cancelled.
    ClipTextStates forward(const at::Tensor& ids, std::int64_t endOfText, const CancelToken& cancel = {},
                           const ExtraTokens& extra = {}) const;
    /// The final LayerNorm over any hidden state (SD1's clip skip): [B, T, C] → the same shape, fp32.
    at::Tensor finalNorm(const at::Tensor& hidden) const;

private:
    struct Layer {
        Layer(const WeightScope& scope, const ClipTextConfig& config);
        at::Tensor forward(const at::Tensor& x, const ClipTextConfig& config) const;

        nn::LayerNorm norm1;
        nn::Linear query, key, value, out;
        nn::LayerNorm norm2;
        nn::Linear fc1, fc2;
    };

    at::Tensor embed(const at::Tensor& ids, const ExtraTokens& extra) const;

    ClipTextConfig m_config;
    Placement m_placement;
    at::Tensor m_tokenEmbedding;     // [vocabulary, C]
    at::Tensor m_positionEmbedding;  // [positions, C]
    std::vector<Layer> m_layers;
    std::optional<nn::LayerNorm> m_finalNorm;
    at::Tensor m_projection;  // [P, C] or undefined
};

}  // namespace segmoe
