// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/render_progress.h"

#include <utility>

namespace segmoe::pipeline {

namespace {

constexpr std::size_t kSmoothedSteps = 8;
constexpr double kDecodeShare = 0.05;  // of a picture's time, roughly

}  // namespace

RenderProgress::RenderProgress(ProgressSink sink, int images, int stepsPerImage)
    : m_sink(std::move(sink)), m_images(images), m_steps(stepsPerImage) {}

void RenderProgress::report(Progress progress, double fraction) {
    if (!m_sink) return;
    progress.images = m_images;
    progress.fraction = fraction;
    const double perStep = secondsPerStep();
    if (perStep > 0.0 && fraction >= 0.0)
        progress.etaSeconds = (1.0 - fraction) * perStep * m_steps * m_images / (1.0 - kDecodeShare);
    m_sink(progress);
}

double RenderProgress::secondsPerStep() const {
    if (m_marks.size() < 3) return -1.0;
    return std::chrono::duration<double>(m_marks.back() - m_marks.front()).count() /
           static_cast<double>(m_marks.size() - 1);
}

void RenderProgress::stage(Stage stage, int image) {
    Progress progress;
    progress.stage = stage;
    progress.image = image;
    report(progress, stage == Stage::Done ? 1.0 : static_cast<double>(image) / m_images);
}

void RenderProgress::step(int image, int done) {
    if (done == 0) m_marks.clear();  // decoding lies between the steps of two pictures
    m_marks.push_back(Clock::now());
    while (m_marks.size() > kSmoothedSteps + 1) m_marks.pop_front();
    Progress progress;
    progress.stage = Stage::Sampling;
    progress.step = done;
    progress.total = m_steps;
    progress.image = image;
    report(progress, (image + (1.0 - kDecodeShare) * done / m_steps) / m_images);
}

void RenderProgress::decodeTile(int image, int done, int total) {
    Progress progress;
    progress.stage = Stage::Decoding;
    progress.step = done;
    progress.total = total;
    progress.image = image;
    const double part = total > 0 ? static_cast<double>(done) / total : 0.0;
    report(progress, (image + 1.0 - kDecodeShare * (1.0 - part)) / m_images);
}

}  // namespace segmoe::pipeline
