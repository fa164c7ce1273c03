// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <utility>

namespace segmoe::hub {

/// Speed and rest of a transfer, over its last five seconds. Times come from the caller.
class TransferMeter {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// So many bytes of the whole are there now.
    void add(Time now, std::uint64_t done);
    /// Forgets what was: after a wait, or when the count went back.
    void restart() { m_points.clear(); }
    /// 0 = not known yet.
    double bytesPerSecond() const;
    /// -1 = not known.
    double etaSeconds(std::uint64_t total) const;

private:
    std::deque<std::pair<Time, std::uint64_t>> m_points;
};

}  // namespace segmoe::hub
