// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/transfer_meter.h"

namespace segmoe::hub {

namespace {

constexpr std::chrono::seconds kWindow{5};
constexpr double kShortest = 0.2;  ///< seconds that say something about a speed

}  // namespace

void TransferMeter::add(Time now, std::uint64_t done) {
    if (!m_points.empty() && done < m_points.back().second) m_points.clear();
    m_points.emplace_back(now, done);
    while (m_points.size() > 2 && now - m_points[1].first >= kWindow) m_points.pop_front();
}

double TransferMeter::bytesPerSecond() const {
    if (m_points.size() < 2) return 0.0;
    const double seconds = std::chrono::duration<double>(m_points.back().first - m_points.front().first).count();
    return seconds < kShortest ? 0.0 : static_cast<double>(m_points.back().second - m_points.front().second) / seconds;
}

double TransferMeter::etaSeconds(std::uint64_t total) const {
    const double speed = bytesPerSecond();
    if (speed <= 0.0 || m_points.back().second > total) return -1.0;
    return static_cast<double>(total - m_points.back().second) / speed;
}

}  // namespace segmoe::hub
