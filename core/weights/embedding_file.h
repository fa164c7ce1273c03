// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// Most vectors one embedding may have: a part of a prompt has room for 75 tokens.
inline constexpr std::int64_t kMostEmbeddingVectors = 75;

/// A textual inversion embedding: vectors that stand where its name stands in a prompt (Gal et al. 2022). SD 1 and 2:
/// one tensor [n, C] or [C], named "emb_params" (AUTOMATIC1111) or by the word it was trained for (diffusers). SDXL:
/// "clip_l" and "clip_g", one per text encoder. Immutable, thread-safe.
class EmbeddingFile {
public:
    /// Throws Error: FormatUnsupported for a file that is none, naming its first tensors; TensorShapeMismatch for other
    /// shapes, encoders with different numbers of vectors, or more than 75 of them.
    explicit EmbeddingFile(TensorSourcePtr source);

    /// The word that the tensor itself is named by ("<cat-toy>"), or empty.
    const std::string& ownName() const { return m_ownName; }
    /// n, the number of tokens it takes.
    std::int64_t size() const { return m_size; }
    /// Text encoders it was made for: 1 or 2.
    std::size_t encoders() const { return m_tensors.size(); }
    /// Throws Error{ArchitectureMismatch} when it was not made for text encoder 0 or 1 of a model, whose width is C, or
    /// when the model has another number of encoders.
    void requireFit(std::size_t encoder, std::size_t encodersOfModel, std::int64_t width) const;
    /// The vectors for such an encoder: [n, C] fp32. Throws as requireFit.
    at::Tensor vectors(std::size_t encoder, std::size_t encodersOfModel, std::int64_t width) const;
    const TensorSource& source() const { return *m_source; }

private:
    TensorSourcePtr m_source;
    std::vector<std::string> m_tensors;
    std::string m_ownName;
    std::int64_t m_size = 0;
};

/// Whether the tensors of a file are those of an embedding, by names and shapes.
bool isEmbeddingFile(const TensorSource& file);

}  // namespace segmoe
