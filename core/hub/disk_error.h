// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace segmoe::hub {

/// The sentence for an errno of writing a download: DiskFull, FileTooBigForDisk, NotWritable, FolderMissing, LocalIo.
[[noreturn]] void throwDiskError(const std::filesystem::path& file, int number);

/// Bytes that may still be written to the file system of a folder, or of the nearest one above it that exists.
std::uint64_t freeBytes(const std::filesystem::path& folder);

/// Throws Error{DiskFull} unless there is room for so many bytes and a reserve of 256 MiB.
void checkRoom(const std::filesystem::path& folder, std::uint64_t need, std::uint64_t free);

/// Makes a rename or a removal in a folder durable, where its file system can.
void syncFolder(const std::filesystem::path& folder);

}  // namespace segmoe::hub
