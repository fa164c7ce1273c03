// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/hub/civitai_answers.h"
#include "core/hub/model_link.h"

namespace segmoe::hub {

/// Where a file of CivitAI goes below a folder: checkpoints, loras, vae, embeddings, controlnet or other, under its own
/// name made harmless; " (vVERSION)" is added when the name is taken by a file that is not this one.
std::filesystem::path civitaiTarget(const std::filesystem::path& folder, const CivitaiVersion& version,
                                    const CivitaiFile& file);

/// Writes FILE.segmoe.json beside a file that was fetched: ids, digest, names, what the licence allows.
void writeProvenance(const std::filesystem::path& target, const CivitaiVersion& version, const CivitaiFile& file);

/// The file of a version (and of a file id, when the link has one) that was fetched before, found by these notes.
std::optional<std::filesystem::path> findCivitai(const std::filesystem::path& folder, const ModelLink& link);

}  // namespace segmoe::hub
