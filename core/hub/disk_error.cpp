// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/disk_error.h"

#include <cerrno>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "core/base/byte_size.h"
#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe::hub {

namespace {

constexpr std::uint64_t kReserve = 256 * 1024 * 1024;

}  // namespace

void throwDiskError(const std::filesystem::path& file, int number) {
    const std::string folder = quotePath(file.parent_path());
    const std::string reason = std::strerror(number);
    switch (number) {
        case ENOSPC:
        case EDQUOT:
            throw Error(ErrorCode::DiskFull,
                        "The disk of " + folder + " is full. Free some space; the download then goes on.", reason);
        case EFBIG:
            throw Error(ErrorCode::FileTooBigForDisk,
                        "The disk of " + folder + " cannot hold a file of this size. Choose a folder on another disk.",
                        reason);
        case EACCES:
        case EPERM:
        case EROFS:
            throw Error(ErrorCode::NotWritable,
                        "The folder " + folder + " cannot be written. Choose another or change its permissions.",
                        reason);
        case ENOENT:
        case ENOTDIR:
            throw Error(ErrorCode::FolderMissing, "The folder " + folder + " is not there. Create it first.", reason);
        default:
            throw Error(ErrorCode::LocalIo,
                        "Reading or writing " + quotePath(file) + " failed (" + reason + "). Check the disk.", reason);
    }
}

std::uint64_t freeBytes(const std::filesystem::path& folder) {
    struct statvfs status {};
    for (std::filesystem::path at = std::filesystem::absolute(folder);; at = at.parent_path()) {
        if (::statvfs(at.c_str(), &status) == 0) return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
        if (at == at.parent_path()) return std::numeric_limits<std::uint64_t>::max();
    }
}

void checkRoom(const std::filesystem::path& folder, std::uint64_t need, std::uint64_t free) {
    if (free >= kReserve && free - kReserve >= need) return;
    throw Error(ErrorCode::DiskFull, byteSizeText(need + kReserve) + " are needed in " + quotePath(folder) + ", " +
                                         byteSizeText(free) + " are free. Free some space or choose another folder.");
}

void syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // may be written but not read: the change itself has happened
    const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failure != 0 && failure != EINVAL && failure != ENOTSUP) throwDiskError(folder / ".", failure);
}

}  // namespace segmoe::hub
