// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/engine/model_downloads.h"

namespace segmoe {

/// A row of the list of downloads as it is kept: what it shows, and what it takes to go on.
struct KeptDownload {
    ModelDownload shown;
    std::string asked;   ///< what was asked for, as its shortest text
    std::string link;    ///< the model as it is asked for again: of CivitAI with the version and the file
    std::string commit;  ///< Hugging Face: where the revision stood when the download was begun
};

/// What survives the end of the program; no address with a query and no token is part of it. Throws Error{DiskFull,
/// NotWritable, FolderMissing, LocalIo}.
void writeDownloadRows(const std::filesystem::path& file, const std::vector<KeptDownload>& rows);

/// What was written; nothing for a file that is missing, damaged or of another version. What was under way then is
/// queued.
std::vector<KeptDownload> readDownloadRows(const std::filesystem::path& file);

}  // namespace segmoe
