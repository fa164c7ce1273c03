// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include <QtGlobal>

namespace segmoe::ui {

/// The time a job still takes, from how fast its fraction grew over the last eight events. Says nothing before two
/// events or three seconds. Times are milliseconds of any steady clock.
class EtaEstimator {
public:
    void reset();
    void add(qint64 now, double fraction);
    /// Seconds; -1 = not known yet.
    double seconds() const;

private:
    struct Sample {
        qint64 time;
        double fraction;
    };
    std::deque<Sample> m_samples;
    qint64 m_start = 0;
};

}  // namespace segmoe::ui
