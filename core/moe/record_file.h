// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/domain/dtype.h"
#include "core/weights/safetensors_file.h"

namespace segmoe::moe {

/// A safetensors file with records of a render, read with suspicion: every complaint names the file. Throws
/// Error{CaptureInvalid}.
class RecordFile {
public:
    /// Throws also Error{FileMissing, LocalIo}.
    explicit RecordFile(const std::filesystem::path& file);

    [[noreturn]] void fail(const std::string& why) const;
    bool has(const std::string& tensor) const { return m_file->find(tensor).has_value(); }
    bool hasMetadata(const std::string& key) const { return m_file->metadata().contains(key); }
    std::string metadata(const std::string& key) const;
    nlohmann::json parse(const std::string& text) const;
    /// A JSON array of texts, not empty, of at most `most` entries; what: its name in complaints.
    std::vector<std::string> texts(const nlohmann::json& list, const std::string& what, std::int64_t most) const;

    TensorInfo info(const std::string& name, DType dtype, std::size_t dimensions) const;
    void requireShape(const std::string& name, const TensorInfo& found, const std::vector<std::int64_t>& shape) const;

    /// Checked for type and shape.
    template <class T>
    std::vector<T> values(const std::string& name, DType dtype, const std::vector<std::int64_t>& shape) const {
        requireShape(name, info(name, dtype, shape.size()), shape);
        const at::Tensor tensor = m_file->load(name).contiguous();
        return {tensor.const_data_ptr<T>(), tensor.const_data_ptr<T>() + tensor.numel()};
    }
    /// F32, all of them numbers.
    std::vector<float> finite(const std::string& name, const std::vector<std::int64_t>& shape) const;
    at::Tensor load(const std::string& name) const { return m_file->load(name); }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    std::shared_ptr<const SafetensorsFile> m_file;
};

/// A tensor with a copy of the values.
template <class T>
at::Tensor recordTensor(const std::vector<T>& values, at::IntArrayRef shape, at::ScalarType type) {
    return at::from_blob(const_cast<T*>(values.data()), shape, at::dtype(type)).clone();
}

}  // namespace segmoe::moe
