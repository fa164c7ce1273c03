// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/combined_source.h"

#include <utility>

#include <ATen/ATen.h>

namespace segmoe {

CombinedSource::CombinedSource(const std::vector<TensorSourcePtr>& parts, std::string description)
    : m_description(std::move(description)) {
    for (const TensorSourcePtr& part : parts)
        for (const std::string& name : part->names()) m_partOfTensor.emplace(name, part);
    for (const auto& [name, part] : m_partOfTensor) m_names.push_back(name);
}

const TensorSource* CombinedSource::partOf(std::string_view name) const {
    const auto found = m_partOfTensor.find(name);
    return found == m_partOfTensor.end() ? nullptr : found->second.get();
}

std::optional<TensorInfo> CombinedSource::find(std::string_view name) const {
    const TensorSource* part = partOf(name);
    return part ? part->find(name) : std::nullopt;
}

at::Tensor CombinedSource::load(std::string_view name) const {
    const TensorSource* part = partOf(name);
    if (!part) throwTensorMissing(*this, name);
    return part->load(name);
}

std::optional<FileRange> CombinedSource::fileRange(std::string_view name) const {
    const TensorSource* part = partOf(name);
    return part ? part->fileRange(name) : std::nullopt;
}

void CombinedSource::release(std::string_view name) const {
    if (const TensorSource* part = partOf(name)) part->release(name);
}

}  // namespace segmoe
