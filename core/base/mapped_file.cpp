// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/mapped_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe {

namespace {

[[noreturn]] void throwOpenFailure(const std::filesystem::path& path, int number) {
    const std::string name = quotePath(path);
    if (number == ENOENT || number == ENOTDIR)
        throw Error(ErrorCode::FileMissing, "The file " + name + " is not there. Check the path.");
    if (number == ELOOP)
        throw Error(
            ErrorCode::LocalIo,
            "The file " + name + " is a symbolic link that leads back to itself. Replace the link by the file.");
    if (number == EACCES || number == EPERM)
        throw Error(ErrorCode::LocalIo, "The file " + name + " may not be read. Change its permissions.");
    throw Error(ErrorCode::LocalIo, "The file " + name + " cannot be opened.", std::strerror(number));
}

FileStamp stampOf(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void refuseIrregular(const std::filesystem::path& path, const struct stat& status) {
    if (S_ISREG(status.st_mode)) return;
    const char* kind = S_ISDIR(status.st_mode)    ? "a folder"
                       : S_ISFIFO(status.st_mode) ? "a pipe"
                                                  : "a device or socket";
    throw Error(ErrorCode::LocalIo, quotePath(path) + " is " + kind + ", not a file. Name a regular file.");
}

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::filesystem::path& path) {
    struct stat status {};
    // Looked at before opening: opening some devices has effects of its own.
    if (::stat(path.c_str(), &status) != 0) throwOpenFailure(path, errno);
    refuseIrregular(path, status);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) throwOpenFailure(path, errno);
    // Owns the descriptor from here on.
    std::shared_ptr<MappedFile> file(new MappedFile(path, descriptor, {}));
    if (::fstat(descriptor, &status) != 0) throwOpenFailure(path, errno);
    refuseIrregular(path, status);
    file->m_stamp = stampOf(status);
    if (file->m_stamp.size == 0) return file;
    void* address = ::mmap(nullptr, file->m_stamp.size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED) {
        const int number = errno;
        throw Error(ErrorCode::LocalIo, "The file " + quotePath(path) + " cannot be mapped into memory.",
                    std::strerror(number));
    }
    file->m_data = static_cast<const std::byte*>(address);
    return file;
}

MappedFile::MappedFile(std::filesystem::path path, int descriptor, FileStamp stamp)
    : m_path(std::move(path)), m_descriptor(descriptor), m_stamp(stamp) {}

MappedFile::~MappedFile() {
    if (m_data) ::munmap(const_cast<std::byte*>(m_data), m_stamp.size);
    if (m_descriptor >= 0) ::close(m_descriptor);
}

void MappedFile::checkUnchanged() const {
    struct stat status {};
    if (::fstat(m_descriptor, &status) == 0 && stampOf(status) == m_stamp) return;
    throw Error(ErrorCode::ContentChanged, "The file " + quotePath(m_path) +
                                               " was changed by another program while it was in use. Open it again.");
}

void MappedFile::read(std::uint64_t offset, std::span<std::byte> into) const {
    while (!into.empty()) {
        const ssize_t got = ::pread(m_descriptor, into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            const int number = errno;
            throw Error(
                ErrorCode::LocalIo,
                "Reading " + quotePath(m_path) + " failed at byte " + std::to_string(offset) + ". Check the disk.",
                std::strerror(number));
        }
        if (got == 0)
            throw Error(ErrorCode::ContentChanged,
                        "The file " + quotePath(m_path) + " became shorter while it was read. Open it again.");
        offset += static_cast<std::uint64_t>(got);
        into = into.subspan(static_cast<std::size_t>(got));
    }
}

void MappedFile::dropPages(std::uint64_t offset, std::uint64_t length) const {
    if (!m_data || offset >= m_stamp.size || length == 0) return;
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t begin = offset / page * page;
    const std::uint64_t end = std::min(offset + length, m_stamp.size);
    // Advice only: a refusal changes nothing but the memory shown.
    ::madvise(const_cast<std::byte*>(m_data) + begin, end - begin, MADV_DONTNEED);
}

}  // namespace segmoe
