// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "core/base/cancel_token.h"
#include "core/base/digest_cache.h"
#include "core/base/progress.h"

namespace segmoe {
class MappedFile;
}

namespace segmoe::store {

/// Which bytes on which file system a name stands for. Two names with the same device and inode share their room.
struct FileNode {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t links = 0;  ///< names these bytes have, here and elsewhere
    std::int64_t bytes = 0;
    bool isSymlink = false;  ///< the name itself; the rest is what it leads to
    bool isSameAs(const FileNode& other) const { return device == other.device && inode == other.inode; }
};
/// Nothing for what is not a regular file.
std::optional<FileNode> fileNode(const std::filesystem::path& file);

/// Whether both hold the same bytes now. `compared` is told the length of each piece of them. Throws
/// Error{ContentChanged, LocalIo}, Cancelled.
bool haveSameBytes(const MappedFile& one, const MappedFile& other, const CancelToken& cancel,
                   const std::function<void(std::uint64_t length)>& compared);

/// Throws unless both hold the same bytes: their digests are compared, and then the bytes themselves, because a
/// remembered digest is a memory. Throws Error{ContentChanged when they differ or change meanwhile; FileMissing,
/// LocalIo}, Cancelled.
void checkSameContent(const std::filesystem::path& keep, const std::filesystem::path& copy, DigestCache& cache,
                      const CancelToken& cancel, const ProgressSink& progress);

/// `copy` becomes a second name of the bytes of `keep` (a hard link), so that they are on the disk once. Its content
/// stays what it was, checked by checkSameContent(); its time and permissions become those of `keep`. The new name is
/// made beside the old one and then renamed over it: at every moment `copy` is one of two equal files. Nothing happens
/// when they share their room already. Throws Error{RequestInvalid: other file systems, or one that knows no hard
/// links; NotWritable; as checkSameContent}, Cancelled.
void joinCopy(const std::filesystem::path& keep, const std::filesystem::path& copy, DigestCache& cache,
              const CancelToken& cancel, const ProgressSink& progress);

}  // namespace segmoe::store
