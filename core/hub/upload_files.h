// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace segmoe::hub {

/// A file on its way into a repository.
struct UploadFile {
    std::string path;  ///< in the repository
    std::filesystem::path file;
    std::uint64_t size = 0;
    std::string sha256;      ///< of LFS files; empty before digestFiles()
    std::string gitId;       ///< of the others
    bool isLfs = false;      ///< decided by the Hub
    bool isPresent = false;  ///< the Hub has this very content under this path
};

/// The files of a saved model: regular files with suffix safetensors, json, txt, model, md, yaml or yml, up to three
/// folders deep; hidden files and folders are passed over. Links are refused, so is anything else: what is not known is
/// not published. Throws Error{FolderMissing, NameRefused, PickleRefused, FormatUnsupported}.
std::vector<UploadFile> collectUpload(const std::filesystem::path& folder);

/// Reads every file whole: SHA-256 of LFS files, git's SHA-1 of the others. Progress of all bytes. Throws
/// Error{LocalIo, ContentChanged}, Cancelled.
void digestFiles(std::vector<UploadFile>& files, const ProgressSink& progress, const CancelToken& cancel);

/// The first bytes of a file. Throws Error{LocalIo}.
std::string headOf(const std::filesystem::path& file, std::size_t bytes);

std::string base64(std::string_view bytes);

}  // namespace segmoe::hub
