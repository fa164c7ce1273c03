// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/cast_source.h"

#include <algorithm>
#include <utility>

#include <ATen/ATen.h>

namespace segmoe {

namespace {

constexpr std::int64_t kPieceElements = 4 * 1024 * 1024;

}  // namespace

bool isFloatDType(DType dtype) {
    switch (dtype) {
        case DType::F64:
        case DType::F32:
        case DType::F16:
        case DType::BF16:
        case DType::F8E4M3:
        case DType::F8E5M2: return true;
        default: return false;
    }
}

CastSource::CastSource(TensorSourcePtr source, DType dtype)
    : m_source(std::move(source)), m_dtype(dtype), m_type(toScalarType(dtype)) {}

std::optional<TensorInfo> CastSource::find(std::string_view name) const {
    auto info = m_source->find(name);
    if (info && isFloatDType(info->dtype)) info->dtype = m_dtype;
    return info;
}

at::Tensor CastSource::cast(const at::Tensor& stored) const {
    return at::isFloatingType(stored.scalar_type()) ? stored.to(m_type) : stored;
}

at::Tensor CastSource::load(std::string_view name) const { return cast(m_source->load(name)); }

void CastSource::loadInPieces(std::string_view name, const std::function<void(const at::Tensor&)>& take) const {
    const at::Tensor elements = m_source->load(name).contiguous().view(-1);
    for (std::int64_t begin = 0; begin < elements.numel(); begin += kPieceElements) {
        take(cast(elements.narrow(0, begin, std::min(kPieceElements, elements.numel() - begin))));
        m_source->release(name);
    }
}

std::optional<FileRange> CastSource::fileRange(std::string_view name) const {
    const auto info = m_source->find(name);
    return info && (info->dtype == m_dtype || !isFloatDType(info->dtype)) ? m_source->fileRange(name) : std::nullopt;
}

}  // namespace segmoe
