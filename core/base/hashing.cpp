// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/hashing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <fcntl.h>

#include "core/base/file_suffix.h"
#include "core/base/mapped_file.h"
#include "core/base/message_digest.h"

namespace segmoe {

namespace {

constexpr std::size_t kBufferBytes = 1024 * 1024;

/// Where the data of a safetensors file begin; nothing when the first bytes are no length of a header.
std::optional<std::uint64_t> dataOffset(const MappedFile& file) {
    std::array<std::byte, 8> prefix{};
    if (lowerSuffix(file.path()) != ".safetensors" || file.size() < prefix.size()) return std::nullopt;
    file.read(0, prefix);
    std::uint64_t headerBytes = 0;
    for (std::size_t i = prefix.size(); i-- > 0;)
        headerBytes = headerBytes << 8 | std::to_integer<std::uint64_t>(prefix[i]);
    if (headerBytes > file.size() - prefix.size()) return std::nullopt;
    return prefix.size() + headerBytes;
}

void report(const MappedFile& file, std::uint64_t done, const ProgressSink& progress) {
    if (!progress) return;
    Progress now;
    now.stage = Stage::Checking;
    now.fraction = static_cast<double>(done) / static_cast<double>(file.size());
    now.item = file.path().filename().string();
    progress(now);
}

}  // namespace

FileDigests fileDigests(const std::filesystem::path& path, const CancelToken& cancel, const ProgressSink& progress) {
    const auto file = MappedFile::open(path);
    ::posix_fadvise(file->descriptor(), 0, 0, POSIX_FADV_SEQUENTIAL);
    const std::optional<std::uint64_t> data = dataOffset(*file);
    MessageDigest whole(MessageDigest::Method::Sha256), afterHeader(MessageDigest::Method::Sha256);
    std::vector<std::byte> buffer(kBufferBytes);
    for (std::uint64_t offset = 0; offset < file->size();) {
        cancel.check();
        const auto part = std::span(buffer).first(std::min<std::uint64_t>(kBufferBytes, file->size() - offset));
        file->read(offset, part);
        whole.update(part);
        if (data && offset + part.size() > *data)
            afterHeader.update(part.subspan(*data > offset ? static_cast<std::size_t>(*data - offset) : 0));
        offset += part.size();
        report(*file, offset, progress);
    }
    file->checkUnchanged();
    return {whole.finish(), data ? afterHeader.finish() : std::string()};
}

bool isSha256(const std::string& text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string autoV2(const std::string& sha256) { return sha256.substr(0, 10); }

std::string autoV3(const FileDigests& digests) { return digests.data.substr(0, 12); }

}  // namespace segmoe
