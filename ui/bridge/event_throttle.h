// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace segmoe::ui {

/// Lets an event through when the last admitted one is at least minInterval ago. Times are milliseconds of any steady
/// clock.
class EventThrottle {
public:
    explicit EventThrottle(qint64 minInterval) : m_minInterval(minInterval) {}
    bool admit(qint64 now) {
        if (m_any && now - m_last < m_minInterval) return false;
        m_any = true;
        m_last = now;
        return true;
    }
    void reset() { m_any = false; }

private:
    qint64 m_minInterval;
    qint64 m_last = 0;
    bool m_any = false;
};

}  // namespace segmoe::ui
