// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace segmoe::hub {

/// Who may read a file that is written: everybody the umask lets, or its owner alone (0600).
enum class Privacy { Shared, OwnerOnly };

/// Writes a small file whole or not at all: a new file `.<8 hex>.tmp` in `staging`, then renamed to the target, which
/// may be in another folder of the same disk. Missing folders are made, with 0700 for OwnerOnly. Throws
/// Error{NotWritable, DiskFull, LocalIo}.
void replaceSmallFile(const std::filesystem::path& target, const std::filesystem::path& staging, std::string_view text,
                      Privacy privacy);

/// The bytes of a regular file of at most maxBytes; nothing when there is none, when it is a link, larger, or not
/// readable.
std::optional<std::string> readSmallFile(const std::filesystem::path& path, std::size_t maxBytes);

/// Creates a folder and its parents. Throws Error{NotWritable, DiskFull, LocalIo}.
void makeFolders(const std::filesystem::path& folder);

}  // namespace segmoe::hub
