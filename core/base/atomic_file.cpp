// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

constexpr std::size_t kCopyBuffer = 4 * 1024 * 1024;
/// After so many bytes the disk starts writing, so that commit() does not have to wait for all of it.
constexpr std::uint64_t kFlushInterval = 64 * 1024 * 1024;

[[noreturn]] void throwWriteFailure(const std::filesystem::path& target, int number) {
    const std::string name = quotePath(target);
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            throw Error(ErrorCode::DiskFull,
                        "There is no room on the disk to write " + name + ". Free some space or choose another folder.",
                        std::strerror(number));
        case EACCES:
        case EPERM:
        case EROFS:
        case EISDIR:
            throw Error(ErrorCode::NotWritable,
                        name + " may not be written. Choose another folder or change its permissions.",
                        std::strerror(number));
        case ENOENT:
        case ENOTDIR:
            throw Error(ErrorCode::FolderMissing, "The folder of " + name + " is not there. Create it first.",
                        std::strerror(number));
        default: throw Error(ErrorCode::LocalIo, "Writing " + name + " failed. Check the disk.", std::strerror(number));
    }
}

std::string temporaryName(const std::string& name) {
    static constexpr char kAlphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device random;
    std::string suffix;
    for (int i = 0; i < 6; ++i) suffix += kAlphabet[random() % (sizeof kAlphabet - 1)];
    // A file name has at most 255 bytes.
    return std::string(1, '.').append(name, 0, 220).append(".segmoe-part-").append(suffix);
}

std::filesystem::path folderOf(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target) : m_target(std::move(target)) {
    struct stat status {};
    if (!m_target.has_filename() || (::stat(m_target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)))
        throw Error(ErrorCode::NotWritable,
                    quotePath(m_target) + " cannot be written: a folder or device has this name. Choose another name.");
    for (int attempt = 0; attempt < 100 && m_descriptor < 0; ++attempt) {
        m_temporary = folderOf(m_target) / temporaryName(m_target.filename().string());
        m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (m_descriptor < 0 && errno != EEXIST) break;
    }
    if (m_descriptor < 0) throwWriteFailure(m_target, errno);
}

AtomicFile::~AtomicFile() {
    if (m_descriptor < 0) return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
}

void AtomicFile::fail(int number) const { throwWriteFailure(m_target, number); }

void AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(m_descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) fail(errno);
        m_written += static_cast<std::uint64_t>(done);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        startWriteBack();
    }
}

void AtomicFile::write(std::string_view text) { write(std::as_bytes(std::span(text))); }

void AtomicFile::copyFrom(const MappedFile& source, std::uint64_t offset, std::uint64_t length) {
    while (length > 0) {
        auto from = static_cast<off64_t>(offset);
        const ssize_t done =
            ::copy_file_range(source.descriptor(), &from, m_descriptor, nullptr, std::min(length, kFlushInterval), 0);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)) fail(errno);
        if (done <= 0) break;  // another file system, a kernel that cannot, or a file that shrank: read() tells which
        offset += static_cast<std::uint64_t>(done);
        length -= static_cast<std::uint64_t>(done);
        m_written += static_cast<std::uint64_t>(done);
        startWriteBack();
    }
    std::vector<std::byte> buffer(std::min<std::uint64_t>(length, kCopyBuffer));
    while (length > 0) {
        const auto part = std::span(buffer).first(std::min<std::uint64_t>(length, buffer.size()));
        source.read(offset, part);
        write(part);
        offset += part.size();
        length -= part.size();
    }
}

void AtomicFile::startWriteBack() {
    if (m_written - m_flushed < kFlushInterval) return;
    // Early write-back only: errors of the data itself come up in commit().
    ::sync_file_range(m_descriptor, static_cast<off64_t>(m_flushed), static_cast<off64_t>(m_written - m_flushed),
                      SYNC_FILE_RANGE_WRITE);
    m_flushed = m_written;
}

void AtomicFile::commit() {
    if (::fdatasync(m_descriptor) != 0) fail(errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) fail(errno);
    ::close(std::exchange(m_descriptor, -1));
    const int folder = ::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;  // a folder that may be written but not read: the rename has happened all the same
    const int failed = ::fsync(folder) == 0 ? 0 : errno;
    ::close(folder);
    // Some network file systems cannot flush a folder; the file is complete there too.
    if (failed != 0 && failed != EINVAL && failed != ENOTSUP) fail(failed);
}

void writeFileAtomically(const std::filesystem::path& target, std::string_view text) {
    AtomicFile file(target);
    file.write(text);
    file.commit();
}

}  // namespace segmoe
