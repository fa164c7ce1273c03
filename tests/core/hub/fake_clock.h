// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <vector>

#include "core/hub/clock.h"

namespace segmoe::test {

/// Time that passes only while somebody sleeps. Thread-safe.
class FakeClock final : public hub::Clock {
public:
    std::chrono::steady_clock::time_point now() const override {
        const std::lock_guard lock(m_mutex);
        return std::chrono::steady_clock::time_point(m_passed);
    }
    /// 2026-01-01 00:00:00 at the start.
    std::chrono::system_clock::time_point date() const override {
        const std::lock_guard lock(m_mutex);
        return std::chrono::system_clock::from_time_t(1767225600) + m_passed + m_dateJump;
    }
    void sleep(std::chrono::milliseconds time, const CancelToken& cancel) override {
        cancel.check();
        const std::lock_guard lock(m_mutex);
        m_passed += time;
        m_waits.push_back(time.count());
    }

    void jumpDate(std::chrono::hours by) {
        const std::lock_guard lock(m_mutex);
        m_dateJump += by;
    }
    /// Milliseconds of each sleep.
    std::vector<long> waits() const {
        const std::lock_guard lock(m_mutex);
        return m_waits;
    }

private:
    mutable std::mutex m_mutex;
    std::chrono::milliseconds m_passed{1'000'000};
    std::chrono::hours m_dateJump{0};
    std::vector<long> m_waits;
};

}  // namespace segmoe::test
