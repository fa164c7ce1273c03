// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/hub/civitai.h"
#include "core/hub/hf_cache.h"
#include "core/hub/hf_hub.h"
#include "core/hub/known_file.h"
#include "core/hub/model_link.h"
#include "core/hub/repo_selection.h"

namespace segmoe::hub {

/// One file that is to be at `target` whole and verified.
struct WantedFile {
    FileSource source;
    ExpectedContent content;
    std::filesystem::path target;
    std::filesystem::path lockFile;  ///< shared with the Python tools; empty = none
    std::uint64_t bytes = 0;         ///< about; for progress and free space
    bool isPresent = false;
    std::vector<std::filesystem::path> known = {};  ///< not present, but these may be the same file

    /// Whether its bytes are to come over the network, as far as can be said before a known file is read.
    bool isMissing() const { return !isPresent && known.empty(); }
};

/// Brings files from a hub. Returns when all are there; what is unfinished stays resumable. Throws Error, Cancelled.
class FileFetcher {
public:
    virtual ~FileFetcher() = default;
    virtual void fetch(std::span<const WantedFile> files, LinkResolver& resolver, const CancelToken& cancel) = 0;
    /// Told while a known file is read to see whether it is this one: before fetch(), on the thread that will call it.
    virtual void tellReading(const WantedFile& /*file*/, const Progress& /*progress*/) {}
};

/// What getting a model takes, shown before a byte moves.
struct FetchPlan {
    ModelLink link;
    ModelLink asked;      ///< what was asked for first, where `link` has been made exact since; else the same
    std::string title;    ///< "owner/name", or the model's name on CivitAI
    std::string license;  ///< as the site says it; empty = not said
    std::string commit;   ///< Hugging Face
    std::vector<WantedFile> files;
    std::vector<RepoFile> repoFiles;  ///< of the files, in their order; Hugging Face
    std::vector<RepoFile> tree;       ///< the whole listing; Hugging Face
    std::vector<RepoSelection::LeftOut> leftOut;
    std::vector<std::string> notices;
    bool isFolder = false;
    std::optional<CivitaiVersion> version;  ///< CivitAI
    std::optional<CivitaiFile> file;

    std::uint64_t bytes() const;
    std::uint64_t missingBytes() const;
};

struct FetchedFile;

/// Models of both hubs as places on this disk. Hugging Face repositories live in the cache shared with the Python
/// tools, files of CivitAI in checkpoints, loras, vae… of a visible folder, each with a note of where it came from. A
/// file of CivitAI that lies elsewhere on this disk is not fetched again: it gets a second name in that folder, and
/// where it cannot (another disk, the cache, whose files have no second names) the note says where it is. What a cache
/// holds is the Python tools' own, so files of repositories are never taken from elsewhere.
class ModelStore {
public:
    /// All must outlive it. `folder`: for CivitAI's files. `known`: empty = none but those in this folder.
    ModelStore(HfHub& huggingFace, Civitai& civitai, const HfCache& cache, std::filesystem::path folder,
               KnownFiles known = {});

    /// What has to be fetched. Asks the hub. `commit`: where the link's revision stood when the work was begun, so that
    /// a branch that has moved since does not mix files; empty = it is asked for. Throws what the clients throw,
    /// Error{PickleRefused, NameRefused, …}.
    FetchPlan plan(const ModelLink& link, const std::optional<std::string>& variant, const CancelToken& cancel,
                   const std::string& commit = {});
    /// Fetches what is missing and gives the model its place. Returns the folder or file.
    std::filesystem::path fetch(const FetchPlan& plan, FileFetcher& fetcher, const CancelToken& cancel);

private:
    FetchPlan planRepo(const ModelLink& link, const std::optional<std::string>& variant, const CancelToken& cancel,
                       const std::string& commit);
    FetchPlan planCivitai(const ModelLink& link, const CancelToken& cancel);
    void askLicence(CivitaiVersion& version, const CancelToken& cancel) const;
    void nameFiles(CivitaiVersion& version, const ModelLink& link, const CancelToken& cancel) const;
    std::string commitOf(FetchPlan& plan, const CancelToken& cancel);
    std::string modelIndex(const FetchPlan& plan, const CancelToken& cancel);
    std::vector<std::filesystem::path> knownFiles(const CivitaiFile& file, const std::filesystem::path& target,
                                                  const std::vector<FetchedFile>& here) const;
    std::filesystem::path fetchCivitai(const FetchPlan& plan, FileFetcher& fetcher, const CancelToken& cancel);
    std::filesystem::path takeOver(const FetchPlan& plan, const std::filesystem::path& known,
                                   const std::filesystem::path& target) const;
    std::filesystem::path publishRepo(const FetchPlan& plan);

    HfHub& m_huggingFace;
    Civitai& m_civitai;
    const HfCache& m_cache;
    std::filesystem::path m_folder;
    KnownFiles m_known;
};

/// The place of a model that is on this disk already, whole; nothing when it is not. Never asks the network. Throws
/// Error{CacheRefused}.
/// civitaiFolders: the first that has it.
std::optional<std::filesystem::path> findModel(const ModelLink& link, const HfCache& cache,
                                               const std::vector<std::filesystem::path>& civitaiFolders);

}  // namespace segmoe::hub
