// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <utility>

#include <ATen/ATen.h>

#include "core/base/byte_size.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/weights/file_magic.h"

namespace segmoe {

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors data is little endian");

constexpr std::uint64_t kPrefixBytes = 8;

/// The length of the header text, after R1 and R2.
std::uint64_t readHeaderLength(const MappedFile& file) {
    std::array<std::byte, kPrefixBytes> prefix{};
    if (file.size() < kPrefixBytes) {
        refuseForeignFormat(file);
        throw Error(ErrorCode::SafetensorsTruncated, "The file " + quotePath(file.path()) + " has only " +
                                                         byteSizeText(file.size()) +
                                                         ", too few for a safetensors header. Download it again.");
    }
    file.read(0, prefix);
    std::uint64_t length = 0;
    std::memcpy(&length, prefix.data(), sizeof length);
    if (length > kMaxHeaderBytes) {
        refuseForeignFormat(file);
        throw Error(ErrorCode::HeaderTooLarge,
                    "The file " + quotePath(file.path()) + " claims a header of " + byteSizeText(length) +
                        ", at most 100 MB are allowed. It is not a safetensors file or it is damaged.");
    }
    if (length > file.size() - kPrefixBytes)
        throw Error(ErrorCode::SafetensorsTruncated,
                    "The file " + quotePath(file.path()) + " ends inside its header: " + std::to_string(length) +
                        " bytes announced, " + std::to_string(file.size() - kPrefixBytes) +
                        " present. Download it again.");
    return length;
}

/// R16: the data ends where the file ends, to the byte.
void checkFileLength(const MappedFile& file, const SafetensorsHeader& header, std::uint64_t dataOffset) {
    const std::uint64_t present = file.size() - dataOffset;
    if (present == header.dataBytes) return;
    if (present < header.dataBytes)
        throw Error(ErrorCode::SafetensorsTruncated, "The file " + quotePath(file.path()) +
                                                         " is cut off: its tensors need " +
                                                         std::to_string(header.dataBytes) + " bytes, " +
                                                         std::to_string(present) + " are there. Download it again.");
    throw Error(ErrorCode::SafetensorsInvalid,
                "The file " + quotePath(file.path()) + " has " + std::to_string(present - header.dataBytes) +
                    " bytes after its last tensor. Download it again or choose another one.");
}

}  // namespace

std::shared_ptr<const SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    auto file = MappedFile::open(path);
    const std::uint64_t length = readHeaderLength(*file);
    std::string text(length, '\0');
    file->read(kPrefixBytes, std::as_writable_bytes(std::span(text)));
    SafetensorsHeader header = parseSafetensorsHeader(text, path.string());
    checkFileLength(*file, header, kPrefixBytes + length);
    return std::shared_ptr<const SafetensorsFile>(
        new SafetensorsFile(std::move(file), std::move(header), kPrefixBytes + length));
}

SafetensorsFile::SafetensorsFile(std::shared_ptr<const MappedFile> file, SafetensorsHeader header,
                                 std::uint64_t dataOffset)
    : m_file(std::move(file)), m_header(std::move(header)), m_dataOffset(dataOffset) {
    m_names.reserve(m_header.entries.size());
    for (const SafetensorsEntry& entry : m_header.entries) m_names.push_back(entry.name);
}

const SafetensorsEntry* SafetensorsFile::entry(std::string_view name) const {
    const auto& entries = m_header.entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), name,
                                        [](const auto& e, std::string_view n) { return e.name < n; });
    return found != entries.end() && found->name == name ? &*found : nullptr;
}

std::optional<TensorInfo> SafetensorsFile::find(std::string_view name) const {
    const SafetensorsEntry* found = entry(name);
    return found ? std::optional(found->info) : std::nullopt;
}

at::Tensor SafetensorsFile::load(std::string_view name) const {
    const SafetensorsEntry* found = entry(name);
    if (!found) throwTensorMissing(*this, name);
    const at::ScalarType type = toScalarType(found->info.dtype);
    m_file->checkUnchanged();
    const std::uint64_t bytes = found->end - found->begin;
    if (bytes == 0) return at::empty(found->info.shape, type);
    const std::byte* first = m_file->data() + m_dataOffset + found->begin;
    const bool isAligned = reinterpret_cast<std::uintptr_t>(first) % at::elementSize(type) == 0;
    // A byte other than 0 and 1 is not a valid bool: such tensors are copied, never aliased.
    const bool isBool = type == at::kBool;
    if (isAligned && !isBool) {
        // The map is PROT_READ; TensorSource forbids writing, and at::Tensor has no const view to say so in types.
        return at::from_blob(
            const_cast<std::byte*>(first), found->info.shape, [file = m_file](void*) {}, at::dtype(type));
    }
    at::Tensor copy = at::empty(found->info.shape, isBool ? at::kByte : type);
    std::memcpy(copy.data_ptr(), first, bytes);
    return isBool ? copy.ne(0) : copy;
}

std::optional<FileRange> SafetensorsFile::fileRange(std::string_view name) const {
    const SafetensorsEntry* found = entry(name);
    if (!found) return std::nullopt;
    return FileRange{.file = m_file->path(),
                     .offset = m_dataOffset + found->begin,
                     .length = found->end - found->begin,
                     .mapping = m_file};
}

void SafetensorsFile::release(std::string_view name) const {
    if (const SafetensorsEntry* found = entry(name))
        m_file->dropPages(m_dataOffset + found->begin, found->end - found->begin);
}

std::string SafetensorsFile::describe() const { return m_file->path().filename().string(); }

}  // namespace segmoe
