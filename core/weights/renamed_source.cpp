// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/renamed_source.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

[[noreturn]] void throwMisfit(const TensorSource& source, const std::string& from, const std::string& name,
                              const char* why) {
    throw Error(ErrorCode::TensorShapeMismatch,
                "The tensor " + quote(from) + " in '" + source.describe() + "' " + why + ", so " + quote(name) +
                    " cannot be made from it. The file belongs to another kind of model.");
}

}  // namespace

RenamedSource::RenamedSource(TensorSourcePtr source, Table table) : m_source(std::move(source)) {
    m_names.reserve(table.size());
    for (auto& [name, tensor] : table) {
        TensorInfo info = infoOf(name, tensor);
        m_names.push_back(name);
        m_entries.emplace_hint(m_entries.end(), name, Entry{std::move(tensor), std::move(info)});
    }
}

TensorInfo RenamedSource::infoOf(const std::string& name, const RenamedTensor& tensor) const {
    const auto need = [&](const std::string& from) {
        const auto info = m_source->find(from);
        if (!info) throwTensorMissing(*m_source, from);
        return *info;
    };
    const std::string& first = tensor.from.front();
    TensorInfo info = need(first);
    if ((tensor.from.size() > 1 || tensor.rows) && info.shape.empty())
        throwMisfit(*m_source, first, name, "is a scalar");
    for (std::size_t i = 1; i < tensor.from.size(); ++i) {
        const TensorInfo part = need(tensor.from[i]);
        const bool isAlike = part.dtype == info.dtype && part.shape.size() == info.shape.size() &&
                             std::equal(part.shape.begin() + 1, part.shape.end(), info.shape.begin() + 1);
        if (!isAlike) throwMisfit(*m_source, tensor.from[i], name, "does not match its neighbours");
        info.shape[0] += part.shape[0];
    }
    if (tensor.rows) {
        const auto [begin, end] = *tensor.rows;
        if (begin < 0 || end < begin || end > info.shape[0]) throwMisfit(*m_source, first, name, "has too few rows");
        info.shape[0] = end - begin;
    }
    if (tensor.isTransposed) {
        if (info.shape.size() != 2) throwMisfit(*m_source, first, name, "is not a matrix");
        std::swap(info.shape[0], info.shape[1]);
    }
    if (!tensor.shape.empty()) {
        const TensorInfo wanted{info.dtype, tensor.shape};
        if (wanted.elements() != info.elements()) throwMisfit(*m_source, first, name, "has another number of elements");
        info = wanted;
    }
    return info;
}

std::optional<TensorInfo> RenamedSource::find(std::string_view name) const {
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second.info);
}

at::Tensor RenamedSource::load(std::string_view name) const {
    const auto found = m_entries.find(name);
    if (found == m_entries.end()) throwTensorMissing(*this, name);
    const auto& [tensor, info] = found->second;
    at::Tensor value = m_source->load(tensor.from.front());
    if (tensor.from.size() > 1) {
        std::vector<at::Tensor> parts{value};
        for (std::size_t i = 1; i < tensor.from.size(); ++i) parts.push_back(m_source->load(tensor.from[i]));
        value = at::cat(parts, 0);
    }
    if (tensor.rows) value = value.narrow(0, tensor.rows->first, tensor.rows->second - tensor.rows->first);
    if (tensor.isTransposed) value = value.t().contiguous();
    return tensor.shape.empty() ? value : value.reshape(info.shape);
}

std::optional<FileRange> RenamedSource::fileRange(std::string_view name) const {
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || found->second.tensor.from.size() != 1 || found->second.tensor.isTransposed)
        return std::nullopt;
    const RenamedTensor& tensor = found->second.tensor;
    auto range = m_source->fileRange(tensor.from.front());
    if (!range || !tensor.rows) return range;
    const auto stored = m_source->find(tensor.from.front());
    if (!stored || stored->shape[0] == 0) return std::nullopt;
    const auto rowBytes = static_cast<std::uint64_t>(stored->bytes() / stored->shape[0]);
    range->offset += rowBytes * static_cast<std::uint64_t>(tensor.rows->first);
    range->length = rowBytes * static_cast<std::uint64_t>(tensor.rows->second - tensor.rows->first);
    return range;
}

void RenamedSource::release(std::string_view name) const {
    const auto found = m_entries.find(name);
    if (found == m_entries.end()) return;
    for (const std::string& from : found->second.tensor.from) m_source->release(from);
}

}  // namespace segmoe
