// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/hashing.h"
#include "core/base/progress.h"

namespace segmoe {

/// Digests of large files, remembered in one small JSON file so that nobody has to read gigabytes twice. An entry holds
/// as long as the file keeps its canonical path, inode, size and time of change. A cache file that is damaged, too
/// large or of another version counts as empty; one that cannot be written costs the memory, not the work. The oldest
/// of kMaxEntries fall out. Several programs may share the file: what two write at the same moment, one of them
/// forgets. One thread at a time.
class DigestCache {
public:
    static constexpr std::size_t kMaxEntries = 4096;

    /// `file` and its folder are made when there is something to remember.
    explicit DigestCache(std::filesystem::path file);

    /// What is known of the file as it is now, without reading it.
    std::optional<FileDigests> find(const std::filesystem::path& path);
    /// Known, or computed from the whole file and remembered. Throws as fileDigests.
    FileDigests compute(const std::filesystem::path& path, const CancelToken& cancel = {},
                        const ProgressSink& progress = {});
    /// The file as it is now has these digests: it was moved, or took the place of an equal one.
    void note(const std::filesystem::path& path, const FileDigests& digests);
    /// Of whatever file has this SHA-256, the digest of its data; empty = not known.
    std::string dataDigestOf(const std::string& sha256);

private:
    struct Entry {
        std::string path;
        std::uint64_t inode = 0;
        std::uint64_t size = 0;
        std::int64_t changed = 0;  ///< nanoseconds since 1970
        FileDigests digests;
    };
    static std::optional<Entry> describe(const std::filesystem::path& path);
    std::vector<Entry> read() const;
    void write() const;
    void remember(Entry entry);

    std::filesystem::path m_file;
    std::optional<std::vector<Entry>> m_entries;  ///< oldest first; nothing = not read yet
};

}  // namespace segmoe
