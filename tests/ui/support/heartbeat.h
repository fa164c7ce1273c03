// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

/// A 4 ms timer on the window's thread: the longest time without a beat, and the most processor time the thread itself
/// used between two beats (what our own code cost; the first also grows with whatever else the machine does).
class Heartbeat : public QObject {
    Q_OBJECT
public:
    struct Gaps {
        double wallMs = 0.0;
        double ownMs = 0.0;
    };

    Heartbeat();
    /// Since the last call.
    Gaps take();
    /// Prints what take() gives; fails the test when the thread's own work would be felt as standing still. The aim is
    /// 16 ms; how long it takes here depends on the machine.
    void report(const char* phase);

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_lastOwn = 0.0;
    Gaps m_longest;
};
