// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/hub/civitai_answers.h"
#include "core/hub/model_link.h"

namespace segmoe::hub {

/// Where a file of CivitAI goes below a folder: checkpoints, loras, vae, embeddings, controlnet or other, under its own
/// name made harmless; " (vVERSION)" is added when the name is taken by a file that is not this one.
std::filesystem::path civitaiTarget(const std::filesystem::path& folder, const CivitaiVersion& version,
                                    const CivitaiFile& file);

/// FILE.segmoe.json: the note beside a file that was fetched.
std::filesystem::path provenanceFile(const std::filesystem::path& file);

/// Writes the note beside a file that was fetched: ids, digest, names, what the licence allows.
void writeProvenance(const std::filesystem::path& target, const CivitaiVersion& version, const CivitaiFile& file);

/// A file that was fetched before, as its note tells.
struct FetchedFile {
    std::filesystem::path file;
    std::int64_t modelId = 0;
    std::int64_t versionId = 0;
    std::int64_t fileId = 0;
    std::string sha256;
    std::string model;  ///< names, as the site has them
    std::string version;
    std::vector<std::string> triggerWords;
    CivitaiLicence licence;
};
/// What the note beside this file tells; nothing when it has none.
std::optional<FetchedFile> fetchedFile(const std::filesystem::path& file);
/// All of them that are still there.
std::vector<FetchedFile> fetchedFiles(const std::filesystem::path& folder);

/// The file of a version (and of a file id, when the link has one) that was fetched before, found by these notes.
std::optional<std::filesystem::path> findCivitai(const std::filesystem::path& folder, const ModelLink& link);

}  // namespace segmoe::hub
