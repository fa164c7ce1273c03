// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/memory_source.h"

#include <utility>

#include <ATen/ATen.h>

namespace segmoe {

TensorInfo tensorInfo(const at::Tensor& tensor) { return {fromScalarType(tensor.scalar_type()), tensor.sizes().vec()}; }

MemorySource::MemorySource(Tensors tensors, std::string description, std::map<std::string, std::string> metadata)
    : m_tensors(std::move(tensors)), m_description(std::move(description)), m_metadata(std::move(metadata)) {
    m_names.reserve(m_tensors.size());
    for (auto& [name, tensor] : m_tensors) {
        tensor = tensor.detach().cpu().contiguous();
        tensorInfo(tensor);
        m_names.push_back(name);
    }
}

std::optional<TensorInfo> MemorySource::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? std::nullopt : std::optional(tensorInfo(found->second));
}

at::Tensor MemorySource::load(std::string_view name) const {
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) throwTensorMissing(*this, name);
    return found->second;
}

}  // namespace segmoe
