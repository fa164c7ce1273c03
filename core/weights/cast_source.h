// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// The same tensors with every floating-point one in another type, rounded to nearest even; integers stay as they are.
class CastSource final : public TensorSource {
public:
    /// Throws Error{DtypeUnsupported} when the type is none to compute with.
    CastSource(TensorSourcePtr source, DType dtype);

    const std::vector<std::string>& names() const override { return m_source->names(); }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    /// The elements of load() in order, in flat pieces of a few megabytes, for the writer: a large tensor is then never
    /// in memory as a whole, and pages of the file beneath are given up behind the cursor. Throws as load().
    void loadInPieces(std::string_view name, const std::function<void(const at::Tensor&)>& take) const;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override { m_source->release(name); }
    const std::map<std::string, std::string>& metadata() const override { return m_source->metadata(); }
    std::string describe() const override { return m_source->describe(); }

private:
    at::Tensor cast(const at::Tensor& stored) const;

    TensorSourcePtr m_source;
    DType m_dtype;
    at::ScalarType m_type;
};

/// Whether the type is one of the floating-point types weights are stored in (F64, F32, F16, BF16, F8_E4M3, F8_E5M2).
bool isFloatDType(DType dtype);

}  // namespace segmoe
