// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace segmoe {

class MappedFile;

/// A file that appears under its name whole or not at all. The bytes go to ".<name>.segmoe-part-XXXXXX" beside the
/// target; commit() flushes, renames and flushes the folder. Without commit the destructor removes the temporary file.
/// A target that is open or mapped elsewhere keeps its old content there. One thread at a time.
class AtomicFile {
public:
    /// Throws Error: FolderMissing, NotWritable, DiskFull, LocalIo.
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Appends. Throws Error{DiskFull, LocalIo}.
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    /// Appends a range of another file, inside the kernel where it can, else through a 4 MiB buffer. The range must lie
    /// within the file as it was opened. Throws Error{DiskFull, LocalIo, ContentChanged}.
    void copyFrom(const MappedFile& source, std::uint64_t offset, std::uint64_t length);

    std::uint64_t written() const { return m_written; }
    const std::filesystem::path& target() const { return m_target; }
    /// Where the bytes lie until commit(), for a last look at them.
    const std::filesystem::path& temporary() const { return m_temporary; }

    /// Makes the content durable and gives it its name. Throws Error{DiskFull, NotWritable, LocalIo}.
    void commit();

private:
    [[noreturn]] void fail(int number) const;
    void startWriteBack();

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
    std::uint64_t m_written = 0;
    std::uint64_t m_flushed = 0;
};

/// Writes a small file atomically.
void writeFileAtomically(const std::filesystem::path& target, std::string_view text);

}  // namespace segmoe
