// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace segmoe {

/// What tells one state of a file from another: size and time of change.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    bool operator==(const FileStamp&) const = default;
};

/// A regular file opened for reading, mapped without being read. Immutable and thread-safe; whoever holds a view into
/// the map must hold the shared_ptr too. A file replaced by rename stays readable here in its old state.
class MappedFile {
public:
    /// Throws Error: FileMissing; LocalIo for a folder, pipe, device, socket, symlink loop or a read failure. An empty
    /// file maps to an empty range.
    static std::shared_ptr<const MappedFile> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_stamp.size; }
    const FileStamp& stamp() const { return m_stamp; }
    /// Page aligned. Reading beyond a file that shrank ends the program (SIGBUS): call checkUnchanged() first.
    const std::byte* data() const { return m_data; }
    int descriptor() const { return m_descriptor; }

    /// Throws Error{ContentChanged} when size or time of change differ from when the file was opened.
    void checkUnchanged() const;
    /// Reads with pread, never through the map, so that a shrinking file gives Error{ContentChanged}, not a signal.
    void read(std::uint64_t offset, std::span<std::byte> into) const;
    /// Tells the system that this range is not needed soon: bounds the memory of a pass over a large file.
    void dropPages(std::uint64_t offset, std::uint64_t length) const;

private:
    MappedFile(std::filesystem::path path, int descriptor, FileStamp stamp);

    std::filesystem::path m_path;
    int m_descriptor = -1;
    FileStamp m_stamp;
    const std::byte* m_data = nullptr;
};

}  // namespace segmoe
