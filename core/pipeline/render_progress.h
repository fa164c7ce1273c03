// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>

#include "core/base/progress.h"

namespace segmoe::pipeline {

/// Turns the steps of a render into Progress values with a fraction of the whole job and an estimate of the rest. The
/// estimate appears after two steps and is smoothed over the last eight.
class RenderProgress {
public:
    RenderProgress(ProgressSink sink, int images, int stepsPerImage);

    /// A stage that is not counted in steps.
    void stage(Stage stage, int image = 0);
    void step(int image, int done);
    void decodeTile(int image, int done, int total);
    /// For loaders: reports their progress as it is, without a fraction of the job.
    const ProgressSink& sink() const { return m_sink; }

private:
    using Clock = std::chrono::steady_clock;
    void report(Progress progress, double fraction);
    double secondsPerStep() const;

    ProgressSink m_sink;
    int m_images;
    int m_steps;
    std::deque<Clock::time_point> m_marks;  ///< ends of the last steps, and the start before them
};

}  // namespace segmoe::pipeline
