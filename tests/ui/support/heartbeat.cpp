// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/heartbeat.h"

#include <algorithm>
#include <utility>

#include <QtTest/QtTest>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace {

constexpr double kFeltMs = 400.0;

/// Processor time of the calling thread in milliseconds; 0 where the platform does not tell.
double threadTime() {
#ifdef Q_OS_LINUX
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
#else
    return 0.0;
#endif
}

}  // namespace

Heartbeat::Heartbeat() {
    m_clock.start();
    m_lastOwn = threadTime();
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_timer.start(4);
}

void Heartbeat::beat() {
    const double own = threadTime();
    m_longest.wallMs = std::max(m_longest.wallMs, static_cast<double>(m_clock.nsecsElapsed()) * 1e-6);
    m_longest.ownMs = std::max(m_longest.ownMs, own - m_lastOwn);
    m_clock.restart();
    m_lastOwn = threadTime();
}

Heartbeat::Gaps Heartbeat::take() {
    m_clock.restart();
    m_lastOwn = threadTime();
    return std::exchange(m_longest, {});
}

void Heartbeat::report(const char* phase) {
    const Gaps gaps = take();
    qInfo("%s: longest event-loop gap %.1f ms, of it our own work %.1f ms", phase, gaps.wallMs, gaps.ownMs);
    QVERIFY2(gaps.ownMs < kFeltMs, phase);
}
