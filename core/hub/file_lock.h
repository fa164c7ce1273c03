// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/hub/clock.h"

namespace segmoe::hub {

/// A lock that other programs (the Python tools) know too: flock on a file that stays. A holder that is gone holds
/// nothing; one that hangs, or a file system where locks have no effect, keeps nobody for longer than `patience`.
class FileLock {
public:
    /// Makes the file with mode 0664 when it is not there; its folder must be. Throws Cancelled.
    FileLock(const std::filesystem::path& file, Clock& clock, const CancelToken& cancel,
             std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Whether it was got, or given up on.
    bool isHeld() const { return m_isHeld; }

private:
    int m_descriptor = -1;
    bool m_isHeld = false;
};

}  // namespace segmoe::hub
