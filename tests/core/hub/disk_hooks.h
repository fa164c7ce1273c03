// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/// What changes a disk, put before the C library's functions for the whole program that includes this (once): every
/// change can be counted, be the last thing a process does, or fail.
namespace segmoe::test::disk {

enum class Change { Create, Write, Rename, Unlink, Truncate, Sync, Link, Folder };

/// Changes so far.
inline std::atomic<int> changes{0};
/// The process is killed before it makes this change; 0 = never.
inline std::atomic<int> killedBefore{0};
/// Changes of this kind fail with `failure`; 0 = none does.
inline std::atomic<Change> failing{Change::Create};
inline std::atomic<int> failure{0};

/// Whether the change may be made; else errno says why not.
inline bool may(Change change) {
    if (++changes == killedBefore) ::raise(SIGKILL);
    if (failure == 0 || failing != change) return true;
    errno = failure;
    return false;
}

}  // namespace segmoe::test::disk

extern "C" {

int open(const char* path, int flags, ...) {
    using segmoe::test::disk::Change;
    unsigned mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, unsigned);
        va_end(rest);
        if (std::string_view(path).find("/proc/") != 0 && !segmoe::test::disk::may(Change::Create)) return -1;
    }
    return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Write)) return -1;
    return ::syscall(SYS_pwrite64, file, bytes, size, offset);
}
int rename(const char* from, const char* to) noexcept {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Rename)) return -1;
    return static_cast<int>(::syscall(SYS_rename, from, to));
}
int unlink(const char* path) noexcept {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Unlink)) return -1;
    return static_cast<int>(::syscall(SYS_unlink, path));
}
int ftruncate(int file, off_t size) noexcept {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Truncate)) return -1;
    return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int fdatasync(int file) {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Sync)) return -1;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}
int symlink(const char* target, const char* link) noexcept {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Link)) return -1;
    return static_cast<int>(::syscall(SYS_symlink, target, link));
}
int mkdir(const char* path, mode_t mode) noexcept {
    if (!segmoe::test::disk::may(segmoe::test::disk::Change::Folder)) return -1;
    return static_cast<int>(::syscall(SYS_mkdir, path, mode));
}

}  // extern "C"
