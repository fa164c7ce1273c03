// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/embedding_file.h"

#include <array>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/lora_file.h"

namespace segmoe {

namespace {

/// Names of an SDXL embedding's two tensors: of most programs, and of one trainer of diffusers' examples.
constexpr std::array<std::array<const char*, 2>, 2> kPairs = {
    {{"clip_l", "clip_g"}, {"text_encoders_0", "text_encoders_1"}}};
constexpr const char* kSingle = "emb_params";
constexpr std::int64_t kNarrowest = 8;  // tiny test models; CLIP's own are 768 and more

bool isEmbeddingShape(const TensorInfo& info) {
    return !info.shape.empty() && info.shape.size() <= 2 && info.elements() > 0 && info.shape.back() >= kNarrowest;
}

std::vector<std::string> embeddingTensors(const TensorSource& file) {
    for (const auto& pair : kPairs)
        if (file.contains(pair[0]) && file.contains(pair[1])) return {pair[0], pair[1]};
    for (const char* single : {kSingle, kPairs[0][0]})
        if (file.contains(single)) return {single};
    return file.names().size() == 1 ? file.names() : std::vector<std::string>{};
}

[[noreturn]] void throwShape(const TensorSource& file, const std::string& what) {
    throw Error(ErrorCode::TensorShapeMismatch,
                "The embedding " + quote(file.describe()) + " " + what + ". Choose another file.");
}

}  // namespace

bool isEmbeddingFile(const TensorSource& file) {
    const std::vector<std::string> tensors = embeddingTensors(file);
    if (tensors.empty()) return false;
    for (const std::string& name : tensors)
        if (!isEmbeddingShape(file.find(name).value())) return false;
    // A lone tensor of any name can be used as one, but only a marked word of a text encoder's width says so.
    const std::string& first = tensors.front();
    if (tensors.size() == 2 || first == kSingle || first == kPairs[0][0]) return true;
    const std::int64_t width = file.find(first)->shape.back();
    const bool isTextWidth = width == 768 || width == 1024 || width == 1280;
    return isTextWidth && first.starts_with('<') && first.ends_with('>');
}

EmbeddingFile::EmbeddingFile(TensorSourcePtr source)
    : m_source(std::move(source)), m_tensors(embeddingTensors(*m_source)) {
    if (m_tensors.empty())
        throw Error(ErrorCode::FormatUnsupported,
                    quote(m_source->describe()) +
                        " is no textual inversion embedding: it has neither 'emb_params' nor " +
                        "'clip_l' and 'clip_g', nor one tensor alone, but " + firstNames(m_source->names()) +
                        ". Choose another file.");
    for (const std::string& name : m_tensors) {
        const TensorInfo info = m_source->find(name).value();
        if (!isEmbeddingShape(info))
            throwShape(*m_source, "has a tensor " + quote(name) + " that is no row of vectors");
        const std::int64_t rows = info.shape.size() == 1 ? 1 : info.shape[0];
        if (rows > kMostEmbeddingVectors)
            throwShape(*m_source, "has " + std::to_string(rows) + " vectors, but a part of a prompt takes 75");
        if (m_size != 0 && rows != m_size)
            throwShape(*m_source, "has different numbers of vectors for the two encoders");
        m_size = rows;
    }
    const std::string& first = m_tensors.front();
    if (m_tensors.size() == 1 && first != kSingle && first != kPairs[0][0]) m_ownName = first;
}

void EmbeddingFile::requireFit(std::size_t encoder, std::size_t encodersOfModel, std::int64_t width) const {
    if (encodersOfModel != m_tensors.size())
        throw Error(ErrorCode::ArchitectureMismatch,
                    "The embedding " + quote(m_source->describe()) + " was made for " +
                        (m_tensors.size() == 2 ? "SDXL" : "a model with one text encoder") + ", but this model has " +
                        std::to_string(encodersOfModel) + ". Choose an embedding for this model.");
    const std::string& name = m_tensors.at(encoder);
    const std::int64_t own = m_source->find(name)->shape.back();
    if (own != width)
        throw Error(ErrorCode::ArchitectureMismatch,
                    "The embedding " + quote(m_source->describe()) + " has vectors of " + std::to_string(own) +
                        " numbers (tensor " + quote(name) + "), but the text encoder of this model takes " +
                        std::to_string(width) + ". Choose an embedding for this model.");
}

at::Tensor EmbeddingFile::vectors(std::size_t encoder, std::size_t encodersOfModel, std::int64_t width) const {
    requireFit(encoder, encodersOfModel, width);
    return m_source->load(m_tensors.at(encoder)).to(at::kFloat).reshape({m_size, width});
}

}  // namespace segmoe
