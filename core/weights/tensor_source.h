// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/domain/dtype.h"

namespace segmoe {

struct TensorInfo {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;  ///< empty = scalar

    std::int64_t elements() const;
    std::int64_t bytes() const;
    bool operator==(const TensorInfo&) const = default;
};

class MappedFile;

/// Where a tensor's bytes lie in a file, when they are there exactly as they are: lets the writer copy ranges.
struct FileRange {
    std::filesystem::path file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::shared_ptr<const MappedFile> mapping;  ///< the open file: stays right when another takes its name
};

/// A set of named tensors whose bytes are read only when somebody asks for one (architecture.md §1). Everything that
/// changes a model is another source laid over one. Implementations are immutable after construction and thread-safe.
class TensorSource {
public:
    virtual ~TensorSource() = default;

    /// All names, sorted bytewise.
    virtual const std::vector<std::string>& names() const = 0;
    /// Nothing when the name is unknown.
    virtual std::optional<TensorInfo> find(std::string_view name) const = 0;
    /// The tensor on the CPU in its stored type; a read-only view onto the mapped file where possible, so never write
    /// into it. The view keeps the mapping alive. Throws Error{TensorMissing} naming source and tensor,
    /// Error{ContentChanged} when the file changed underneath, Error{DtypeUnsupported}.
    virtual at::Tensor load(std::string_view name) const = 0;
    /// The tensor's bytes as a range of a file, when stored unchanged and contiguous.
    virtual std::optional<FileRange> fileRange(std::string_view name) const {
        (void)name;
        return std::nullopt;
    }
    /// A hint that nobody needs this tensor's bytes soon: pages of mapped files may be given up. Views stay valid.
    virtual void release(std::string_view name) const { (void)name; }
    /// __metadata__ of the file(s) beneath; empty where there is none.
    virtual const std::map<std::string, std::string>& metadata() const;
    /// For messages: a file or folder name, or "LoRA x over y".
    virtual std::string describe() const = 0;

    bool contains(std::string_view name) const { return find(name).has_value(); }
    /// Sum of the bytes of all tensors.
    std::int64_t totalBytes() const;
};

using TensorSourcePtr = std::shared_ptr<const TensorSource>;

/// Throws Error{TensorMissing} naming source and tensor; for implementations of load().
[[noreturn]] void throwTensorMissing(const TensorSource& source, std::string_view name);

/// Our type ↔ LibTorch's. Throws Error{DtypeUnsupported} for types that can only be named in a header.
at::ScalarType toScalarType(DType dtype);
DType fromScalarType(at::ScalarType type);

}  // namespace segmoe
