// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// Several sources side by side as one. Where two have the same name, the first one's tensor is there.
class CombinedSource final : public TensorSource {
public:
    CombinedSource(const std::vector<TensorSourcePtr>& parts, std::string description);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override;
    std::string describe() const override { return m_description; }

private:
    const TensorSource* partOf(std::string_view name) const;

    std::map<std::string, TensorSourcePtr, std::less<>> m_partOfTensor;
    std::vector<std::string> m_names;
    std::string m_description;
};

}  // namespace segmoe
