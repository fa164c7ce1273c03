// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace segmoe::store {

/// Gives a file or folder another place. Nothing is ever overwritten. On one disk it is a change of name; to another
/// disk it is moveByCopying(). Throws Error{RequestInvalid when something has that name already; DiskFull,
/// FileTooBigForDisk, NotWritable, FolderMissing, FileMissing, LocalIo}, Cancelled; the old place then still has
/// everything.
void moveEntry(const std::filesystem::path& from, const std::filesystem::path& to, const CancelToken& cancel,
               const ProgressSink& progress);

/// Copies under a hidden name beside `to`, reads the copy back and compares it, renames it, and only then removes the
/// old place. Links in a folder are refused. Throws as moveEntry().
void moveByCopying(const std::filesystem::path& from, const std::filesystem::path& to, const CancelToken& cancel,
                   const ProgressSink& progress);

}  // namespace segmoe::store
