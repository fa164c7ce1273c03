// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/dtype.h"
#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

struct SaveOptions {
    std::optional<DType> dtype;          ///< of all floating tensors; absent = each its own
    std::vector<std::string> unetOrder;  ///< order of the UNet's tensors in its file; empty = by type and name
    std::string schedulerClass;          ///< replaces the scheduler's class; empty = as it is
};

/// Bytes the weights will take on disk.
std::int64_t savedBytes(const ModelFiles& files, const SaveOptions& options);

/// Writes a diffusers folder that diffusers and the reference program load: every component, configs, tokenizers byte
/// for byte. The UNet is always one file. Everything goes to a folder beside the target first; the target appears whole
/// or not at all. An existing target must be empty or hold a model, which is then replaced. Memory: one tensor at a
/// time. Returns the bytes written. Throws Error{DiskFull, NotWritable, …} as writeSafetensors, Cancelled.
std::int64_t saveModelFolder(const ModelFiles& files, const std::filesystem::path& folder, const SaveOptions& options,
                             const ProgressSink& progress, const CancelToken& cancel);

/// Writes one .safetensors file with LDM names; configs go into the metadata. The tokenizer is not part of such a file.
std::int64_t saveSingleFile(const ModelFiles& files, const std::filesystem::path& file, const SaveOptions& options,
                            const ProgressSink& progress, const CancelToken& cancel);

}  // namespace segmoe::pipeline
