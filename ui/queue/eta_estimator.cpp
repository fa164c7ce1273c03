// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/queue/eta_estimator.h"

namespace segmoe::ui {

namespace {

constexpr std::size_t kWindow = 9;  // eight intervals
constexpr qint64 kPatience = 3000;

}  // namespace

void EtaEstimator::reset() { m_samples.clear(); }

void EtaEstimator::add(qint64 now, double fraction) {
    if (m_samples.empty()) m_start = now;
    if (!m_samples.empty() && fraction <= m_samples.back().fraction) return;
    m_samples.push_back({now, fraction});
    if (m_samples.size() > kWindow) m_samples.pop_front();
}

double EtaEstimator::seconds() const {
    if (m_samples.size() < 2) return -1.0;
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    if (m_samples.size() < 3 && last.time - m_start < kPatience) return -1.0;
    const double perUnit = static_cast<double>(last.time - first.time) / (last.fraction - first.fraction);
    return perUnit * (1.0 - last.fraction) / 1000.0;
}

}  // namespace segmoe::ui
