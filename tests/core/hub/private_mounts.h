// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/test_support.h"

/// Disks that are small or may only be read, for one child process alone.
namespace segmoe::test {

/// Exit code of a child that may not mount anything here.
constexpr int kNoMount = 77;

/// A mount table of this process's own, as root of a user namespace where it is none already.
inline bool hasOwnMounts() {
    const std::string user = std::to_string(::getuid());
    const std::string group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
        writeFile("/proc/self/setgroups", "deny");
        writeFile("/proc/self/uid_map", "0 " + user + " 1");
        writeFile("/proc/self/gid_map", "0 " + group + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// An empty disk over a folder; options as of tmpfs: "size=1m".
inline bool mountDisk(const std::filesystem::path& folder, const char* options, unsigned long flags = 0) {
    return ::mount("disk", folder.c_str(), "tmpfs", flags, options) == 0;
}

/// From now on the folder may only be read.
inline bool makeReadOnly(const std::filesystem::path& folder) {
    return ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
           ::mount(nullptr, folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

/// Runs the work in a child process. Its exit code; -1 when a signal has ended it, 99 when something was thrown.
inline int inChild(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 99;
        try {
            code = work();
        } catch (...) {
            code = 99;
        }
        ::_exit(code);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace segmoe::test
