// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace segmoe::hub {

/// Where the links of one repository in the Hugging Face cache may lead.
struct CachePlace {
    std::filesystem::path root;
    std::filesystem::path repo;
};

/// Size of a blob: a regular file, or a link of exactly the form ../../blobs/XX/HASH into a shared store that is marked
/// as one. Nothing when it is not there. Throws Error{CacheRefused} for anything else.
std::optional<std::uint64_t> blobSize(const CachePlace& place, const std::filesystem::path& blob);

/// Whether a path of a snapshot is a regular file, or a relative link to a blob of its own repository that is there.
/// Throws Error{CacheRefused} for anything else, also for links among its folders.
bool isUsablePointer(const CachePlace& place, const std::filesystem::path& snapshot, const std::string& path);

/// Throws Error{CacheRefused} when a folder on the way to the path is a link or no folder.
void requireRealFolders(const std::filesystem::path& snapshot, const std::string& path);

/// Whether symbolic links can be made in the folder. Throws Error{DiskFull} when that cannot be tried.
bool canLink(const std::filesystem::path& folder);

/// Makes `pointer` a relative link to the blob, in one step; `staging` is a folder of the same disk. Throws
/// Error{NotWritable, LocalIo}.
void pointTo(const std::filesystem::path& blob, const std::filesystem::path& pointer,
             const std::filesystem::path& staging);

/// The same without links: the blob moves there, or a copy of it does. Throws Error{NotWritable, DiskFull, LocalIo}.
void placeCopy(const std::filesystem::path& blob, const std::filesystem::path& pointer,
               const std::filesystem::path& staging, bool mayMove);

}  // namespace segmoe::hub
