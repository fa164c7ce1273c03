// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

struct SafetensorsWriteOptions {
    /// Written to __metadata__ beside "format": "pt", which loaders of the diffusers family insist on.
    std::map<std::string, std::string> metadata = {};
    /// Order of the tensors in the file, as far as alignment allows (wider elements always come first). Names left out
    /// follow in bytewise order; empty = the safetensors library's own order: by type, then name.
    std::vector<std::string> order = {};
    /// Only these tensors; empty = all of the source.
    std::vector<std::string> names = {};
};

/// Writes a source as one .safetensors file, tensor by tensor: memory stays at one converted tensor, and tensors that
/// lie unchanged in a file are copied from file to file. The target appears whole or not at all, checked by reopening.
/// Same input, same bytes. Progress (Stage::Writing) and cancel per tensor. Returns the size of the file.
/// Throws Error: DiskFull, NotWritable, FolderMissing, LocalIo, SaveVerifyFailed, HeaderTooLarge, SafetensorsInvalid
/// for names the format cannot hold, and whatever the source throws; Cancelled.
std::uint64_t writeSafetensors(const TensorSource& source, const std::filesystem::path& target,
                               const SafetensorsWriteOptions& options = {}, const CancelToken& cancel = {},
                               const ProgressSink& progress = {});

}  // namespace segmoe
