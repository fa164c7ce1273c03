// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/weights/tensor_source.h"

namespace segmoe {

/// How one tensor of a RenamedSource comes from the source beneath. Applied in the order of the fields.
struct RenamedTensor {
    std::vector<std::string> from;  ///< one name; several are joined along dimension 0
    std::optional<std::pair<std::int64_t, std::int64_t>> rows =
        std::nullopt;                      ///< first and one past the last index of dimension 0
    bool isTransposed = false;             ///< of a matrix
    std::vector<std::int64_t> shape = {};  ///< same elements in another shape; empty = as it is
};

/// The tensors of another source under other names, cut, joined, transposed or reshaped where the layouts differ.
/// Tensors that are not mentioned are not there.
class RenamedSource final : public TensorSource {
public:
    using Table = std::map<std::string, RenamedTensor, std::less<>>;

    /// Throws Error: TensorMissing for a name the source lacks, TensorShapeMismatch where cutting or reshaping is
    /// impossible.
    RenamedSource(TensorSourcePtr source, Table table);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override;
    const std::map<std::string, std::string>& metadata() const override { return m_source->metadata(); }
    std::string describe() const override { return m_source->describe(); }

private:
    struct Entry {
        RenamedTensor tensor;
        TensorInfo info;
    };
    TensorInfo infoOf(const std::string& name, const RenamedTensor& tensor) const;

    TensorSourcePtr m_source;
    std::map<std::string, Entry, std::less<>> m_entries;
    std::vector<std::string> m_names;
};

}  // namespace segmoe
