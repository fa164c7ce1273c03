// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace segmoe {

/// What names a file by its content; digests have 64 lower-case hex digits.
struct FileDigests {
    std::string sha256;  ///< of the whole file; empty = not known
    std::string data;    ///< of what follows the header of a .safetensors file; empty for any other file
    bool operator==(const FileDigests&) const = default;
};
/// Both from one pass over the file. Progress (Stage::Checking, fraction 0…1) and cancel per buffer. Throws as
/// MappedFile::open does, Error{ContentChanged}, Cancelled.
FileDigests fileDigests(const std::filesystem::path& path, const CancelToken& cancel = {},
                        const ProgressSink& progress = {});

/// 64 lower-case hex digits.
bool isSha256(const std::string& text);

/// The short names model sites use. AutoV2: the first 10 digits of the file's SHA-256.
std::string autoV2(const std::string& sha256);
/// AutoV3: the first 12 digits of the SHA-256 of the bytes after the safetensors header, the same for files that differ
/// only in metadata. Empty for a file without such a header.
std::string autoV3(const FileDigests& digests);

}  // namespace segmoe
