// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/hub/file_download.h"

namespace segmoe::hub {

using DownloadId = std::uint64_t;

/// One line of the list of downloads, as it is shown and as it is kept.
struct DownloadEntry {
    DownloadId id = 0;
    std::string group;  ///< what belongs together: the files of one model; may be empty
    DownloadRequest request;
    TransferProgress progress;
    std::optional<ErrorCode> failure;  ///< of a failed or stopped one
    std::string message;               ///< its sentence
    std::string detail;                ///< its technical remainder; not kept
};

/// What survives the end of the program: everything of the entries but speeds. No address with a query and no token is
/// part of it. Throws Error{DiskFull, NotWritable, FolderMissing, LocalIo}.
void writeDownloadList(const std::filesystem::path& file, const std::vector<DownloadEntry>& entries);

/// What was written; nothing for a file that is missing, damaged or of another version. What was under way then is
/// queued. Entries that are done are left out.
std::vector<DownloadEntry> readDownloadList(const std::filesystem::path& file);

}  // namespace segmoe::hub
