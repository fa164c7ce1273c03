// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/hub/hf_answers.h"

namespace segmoe::hub {

/// A model repository in the cache.
struct CachedRepo {
    struct Revision {
        std::string commit;
        std::vector<std::string> refs;   ///< branches and tags that stand at it, "main" first
        std::vector<std::string> files;  ///< paths that are there, sorted
    };
    std::string repo;
    std::filesystem::path folder;
    std::uint64_t bytes = 0;  ///< of its blobs; of those in the shared store nothing
    std::vector<Revision> revisions;
};

/// The cache that huggingface_hub keeps, read and written by its rules (hub.md §2.5, its file_download.py and
/// _cache_manager.py), so that either side uses what the other has fetched. The only place that knows its layout:
/// ROOT/models--OWNER--NAME/{blobs/ETAG, snapshots/COMMIT/PATH -> blob, refs/REVISION, .no_exist, trees}. Names given
/// to it must have passed hub_names.h and path_rules.h; it checks commits and etags again. What does not belong there
/// is left alone and refused: Error{CacheRefused}. Several programs and threads may use one root.
class HfCache {
public:
    explicit HfCache(std::filesystem::path root);

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path repoFolder(const std::string& repo) const;
    std::filesystem::path blobFile(const std::string& repo, const std::string& etag) const;
    /// The lock the Python tools hold while they fetch a blob.
    std::filesystem::path lockFile(const std::string& repo, const std::string& etag) const;
    std::filesystem::path snapshotFolder(const std::string& repo, const std::string& commit) const;

    /// The commit a revision stood at when it was last asked for, or the revision itself when it is a commit; only
    /// where its snapshot folder is there.
    std::optional<std::string> commitOf(const std::string& repo, const std::string& revision) const;
    /// Where a file of a commit lies: the pointer in its snapshot. Throws Error{CacheRefused} for links that lead
    /// anywhere but to a blob of this repository or of the marked shared store.
    std::optional<std::filesystem::path> find(const std::string& repo, const std::string& commit,
                                              const std::string& path) const;
    /// Whether the blob is there and as large as it should be; its content is not read. Throws Error{CacheRefused}.
    bool hasBlob(const std::string& repo, const std::string& etag, std::uint64_t size) const;
    /// The Hub has said that this file does not exist.
    bool isKnownAbsent(const std::string& repo, const std::string& commit, const std::string& path) const;
    /// The listing of a whole commit, when it is kept.
    std::optional<std::vector<RepoFile>> tree(const std::string& repo, const std::string& commit) const;
    /// All models in it; damaged parts are passed over.
    std::vector<CachedRepo> scan() const;
    /// One of them; without revisions when it is not there.
    CachedRepo scanRepo(const std::string& repo) const;

    /// Makes the folders of a repository and of a commit. Throws Error{NotWritable, DiskFull, LocalIo}, as all below.
    void prepare(const std::string& repo, const std::string& commit) const;
    /// Points the snapshot's path to the blob of this etag, which must be there. Without symbolic links on this disk
    /// (or with HF_HUB_DISABLE_SYMLINKS) a new blob is moved there and a known one copied.
    void publish(const std::string& repo, const std::string& commit, const std::string& path, const std::string& etag,
                 bool isNewBlob) const;
    /// After prepare(): a ref without its snapshot folder would hide the repository from the Python tools.
    void writeRef(const std::string& repo, const std::string& revision, const std::string& commit) const;
    void writeTree(const std::string& repo, const std::string& commit, const std::vector<RepoFile>& files) const;
    void markAbsent(const std::string& repo, const std::string& commit, const std::string& path) const;

private:
    bool hasSymlinks(const std::string& repo) const;

    std::filesystem::path m_root;
};

}  // namespace segmoe::hub
