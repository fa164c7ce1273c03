// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace segmoe::hub {

FileLock::FileLock(const std::filesystem::path& file, Clock& clock, const CancelToken& cancel,
                   std::chrono::milliseconds patience) {
    constexpr std::chrono::milliseconds kLook{50};
    m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0664);
    if (m_descriptor < 0) return;  // partial files have names of their own, so two may fetch the same without harm
    for (const auto end = clock.now() + patience; !m_isHeld;) {
        m_isHeld = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
        if (m_isHeld || clock.now() >= end) return;
        try {
            clock.sleep(kLook, cancel);
        } catch (...) {
            ::close(m_descriptor);
            throw;
        }
    }
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

}  // namespace segmoe::hub
