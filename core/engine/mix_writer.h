// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/domain/dtype.h"
#include "core/engine/mix_engine.h"
#include "core/moe/gate_cache.h"
#include "core/pipeline/recipe_model.h"
#include "core/pipeline/save_model.h"

namespace segmoe {

/// Where an opened mixture goes, and where its gates are measured.
struct MixTarget {
    std::filesystem::path output;
    ModelFormat format = ModelFormat::Diffusers;
    std::optional<DType> dtype;
    bool compat = false;
    std::string device = "auto";
    Precision precision = Precision::Auto;
    moe::GateCache* gates = nullptr;  ///< borrowed; null = measure everything
    bool hashes = false;              ///< remember the digests of the files it is made of
};

/// Measures the gates and streams the mixture to disk. Nothing stays under the final name unless it is whole.
/// Throws Error or Cancelled.
MixReport writeMixture(const pipeline::RecipeParts& parts, const MixTarget& target, const ProgressSink& progress,
                       const CancelToken& cancel);

/// How a mixture's file is ordered and which scheduler it names.
pipeline::SaveOptions mixtureSaveOptions(const pipeline::ModelFiles& mixture, std::optional<DType> dtype, bool compat);

/// A folder or one file. Returns the bytes written.
std::int64_t writeModel(const pipeline::ModelFiles& files, const std::filesystem::path& output, ModelFormat format,
                        const pipeline::SaveOptions& options, const ProgressSink& progress, const CancelToken& cancel);

}  // namespace segmoe
