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

/// Named tensors held in memory: gates that were just built, tests, small converted parts.
class MemorySource final : public TensorSource {
public:
    using Tensors = std::map<std::string, at::Tensor, std::less<>>;

    /// Tensors are made contiguous on the CPU. Throws Error{DtypeUnsupported} for a type safetensors does not have.
    explicit MemorySource(Tensors tensors, std::string description = "memory",
                          std::map<std::string, std::string> metadata = {});

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }
    std::string describe() const override { return m_description; }

private:
    Tensors m_tensors;
    std::vector<std::string> m_names;
    std::string m_description;
    std::map<std::string, std::string> m_metadata;
};

/// Type and shape of a tensor at hand. Throws Error{DtypeUnsupported}.
TensorInfo tensorInfo(const at::Tensor& tensor);

}  // namespace segmoe
