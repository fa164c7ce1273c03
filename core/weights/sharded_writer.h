// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/weights/safetensors_writer.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// Largest shard the tools of the Hub write by default.
constexpr std::uint64_t kDefaultShardBytes = 5'000'000'000;

/// Writes a source into a folder as "<base>.safetensors", or, when its tensors exceed maxShardBytes, as numbered shards
/// and an index. A tensor is never split. Everything is written beside the target first and gets its names at the end,
/// the index last; files of an earlier state that no longer belong are removed after that. `options.names` is not used.
/// Throws as writeSafetensors. Returns the bytes written, without the index.
std::uint64_t writeShardedSafetensors(const TensorSource& source, const std::filesystem::path& folder,
                                      const std::string& base, const SafetensorsWriteOptions& options = {},
                                      std::uint64_t maxShardBytes = kDefaultShardBytes, const CancelToken& cancel = {},
                                      const ProgressSink& progress = {});

}  // namespace segmoe
