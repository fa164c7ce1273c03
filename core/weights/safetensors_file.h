// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/weights/safetensors_header.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// One .safetensors file, mapped. Opening reads the header only; a tensor is a view onto the map (a copy where its
/// bytes are not aligned for its type, and for BOOL). Format: huggingface/safetensors, README "Format".
class SafetensorsFile final : public TensorSource {
public:
    /// Throws Error naming file and tensor: FileMissing, LocalIo, SafetensorsTruncated, SafetensorsInvalid,
    /// HeaderTooLarge; PickleRefused and FormatUnsupported when the bytes are recognised as something else.
    static std::shared_ptr<const SafetensorsFile> open(const std::filesystem::path& path);

    const std::vector<std::string>& names() const override { return m_names; }
    std::optional<TensorInfo> find(std::string_view name) const override;
    at::Tensor load(std::string_view name) const override;
    std::optional<FileRange> fileRange(std::string_view name) const override;
    void release(std::string_view name) const override;
    const std::map<std::string, std::string>& metadata() const override { return m_header.metadata; }
    std::string describe() const override;

    const std::filesystem::path& path() const { return m_file->path(); }
    /// Header text plus its length field: where the data begins.
    std::uint64_t dataOffset() const { return m_dataOffset; }

private:
    SafetensorsFile(std::shared_ptr<const MappedFile> file, SafetensorsHeader header, std::uint64_t dataOffset);
    const SafetensorsEntry* entry(std::string_view name) const;

    std::shared_ptr<const MappedFile> m_file;
    SafetensorsHeader m_header;
    std::vector<std::string> m_names;
    std::uint64_t m_dataOffset = 0;
};

}  // namespace segmoe
