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

/// civitaiTarget() for as long as a file is being fetched. Meanwhile another file of the same name in this program gets
/// the longer name, and the same file the same one.
class CivitaiPlace {
public:
    CivitaiPlace(const std::filesystem::path& folder, const CivitaiVersion& version, const CivitaiFile& file);
    ~CivitaiPlace();
    CivitaiPlace(const CivitaiPlace&) = delete;
    CivitaiPlace& operator=(const CivitaiPlace&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// FILE.segmoe.json: the note beside a file that was fetched.
std::filesystem::path provenanceFile(const std::filesystem::path& file);

/// Writes the note beside a file that was fetched: ids, digest, names, what the licence allows, and that it is what the
/// version alone means where it is. What an earlier note of the same file has learned stays. `shared`: the file of
/// somebody else that serves instead, under a second name at `target` or where it lies; the note then holds as long as
/// that file stays as it is now.
void writeProvenance(const std::filesystem::path& target, const CivitaiVersion& version, const CivitaiFile& file,
                     const std::filesystem::path& shared = {});

/// Remembers that a link which leaves the version or the file to the site has led to this file, and so no longer to
/// another one that the folder has a note of. Throws Error{NotWritable, DiskFull, LocalIo}.
void noteAnswer(const std::filesystem::path& folder, const std::filesystem::path& file, const ModelLink& link);

/// A file that was fetched before, as its note tells.
struct FetchedFile {
    std::filesystem::path file;  ///< beside the note, or elsewhere on this computer
    std::filesystem::path note;
    bool isHere = false;  ///< there, and not changed since it was taken for the site's
    std::int64_t modelId = 0;
    std::int64_t versionId = 0;
    std::int64_t fileId = 0;
    std::string sha256;
    std::string model;  ///< names, as the site has them
    std::string version;
    std::vector<std::string> triggerWords;
    CivitaiLicence licence;
    /// Links that have led to it, as their shortest text; nothing in notes from before they were kept.
    std::optional<std::vector<std::string>> answers;
};
/// What the note beside this file tells; nothing when it has none.
std::optional<FetchedFile> fetchedFile(const std::filesystem::path& file);
/// All of them that are still there.
std::vector<FetchedFile> fetchedFiles(const std::filesystem::path& folder);

/// The file that was fetched before for what the link names, found by these notes: of a file id that file, else the one
/// the site has answered this very link with. Which version is the newest is what it was when the site was last asked.
std::optional<std::filesystem::path> findCivitai(const std::filesystem::path& folder, const ModelLink& link);

}  // namespace segmoe::hub
