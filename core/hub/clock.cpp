// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/clock.h"

#include <algorithm>
#include <thread>

namespace segmoe::hub {

std::chrono::steady_clock::time_point SystemClock::now() const { return std::chrono::steady_clock::now(); }

std::chrono::system_clock::time_point SystemClock::date() const { return std::chrono::system_clock::now(); }

void SystemClock::sleep(std::chrono::milliseconds time, const CancelToken& cancel) {
    constexpr std::chrono::milliseconds kLook{50};
    for (const auto end = now() + time;;) {
        cancel.check();
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - now());
        if (left.count() <= 0) return;
        std::this_thread::sleep_for(std::min(left, kLook));
    }
}

Clock& systemClock() {
    static SystemClock clock;
    return clock;
}

}  // namespace segmoe::hub
