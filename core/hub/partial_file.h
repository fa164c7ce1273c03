// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "core/hub/file_source.h"

namespace segmoe::hub {

/// A download on its way: "<target>.<8 hex>.incomplete", and beside it "<target>.<8 hex>.json.incomplete", which says
/// whose it is and of what (hub.md §2.4, steps 3–6). Nothing is under the final name before publish(). While it is open
/// nobody else can take it over; when its owner has gone, even by kill -9, whoever wants the same content goes on
/// from the bytes that are there. Links, pipes and files of other programs are never touched. One thread at a time.
class PartialFile {
public:
    /// Takes over what an earlier owner left of the same content, or begins anew. Throws Error{FolderMissing,
    /// NotWritable, DiskFull, LocalIo}.
    static PartialFile open(const std::filesystem::path& target, const FileSource& source,
                            const ExpectedContent& content);
    /// Bytes that open() would find.
    static std::uint64_t lengthOfLeftover(const std::filesystem::path& target, const ExpectedContent& content);
    /// Removes what is left of interrupted downloads of this target that nobody works on.
    static void removeLeftovers(const std::filesystem::path& target);

    PartialFile(PartialFile&& other) noexcept;
    PartialFile& operator=(PartialFile&&) = delete;
    /// Keeps bytes and description for the next owner.
    ~PartialFile();

    std::uint64_t length() const { return m_length; }
    /// The ETag the storage gave these bytes, for If-Range; empty = none yet.
    const std::string& storageEtag() const { return m_storageEtag; }
    void setStorageEtag(std::string etag) { m_storageEtag = std::move(etag); }

    /// Takes room on the disk for a file of this size, where the file system can. Throws Error{DiskFull,
    /// FileTooBigForDisk}.
    void reserve(std::uint64_t size);
    /// At the end of what is there. Every 64 MiB or ten seconds it is made durable. Throws Error{DiskFull,
    /// FileTooBigForDisk, NotWritable, LocalIo}.
    void append(std::span<const std::byte> bytes);
    /// Fills the buffer from an offset; must lie within length().
    void read(std::uint64_t offset, std::span<std::byte> into) const;
    void clear();

    /// Durable under the final name; what had that name before is replaced. False: another program has tidied the bytes
    /// away. Throws Error{DiskFull, NotWritable, LocalIo}.
    bool publish();
    void remove();
    const std::filesystem::path& path() const { return m_path; }

private:
    PartialFile(std::filesystem::path target, FileSource source, ExpectedContent content);
    static std::optional<PartialFile> adopt(const std::filesystem::path& sidecar, const std::filesystem::path& target,
                                            const FileSource& source, const ExpectedContent& content);
    void create();
    void makeDurable();
    void writeSidecar(bool isOwned) const;
    [[noreturn]] void fail(int number) const;

    std::filesystem::path m_target;
    std::filesystem::path m_path;
    std::filesystem::path m_sidecar;
    FileSource m_source;
    ExpectedContent m_content;
    std::string m_storageEtag;
    int m_descriptor = -1;
    std::uint64_t m_length = 0;
    std::uint64_t m_durable = 0;
    double m_durableAt = 0.0;  ///< seconds of the steady clock
};

}  // namespace segmoe::hub
