// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/render_worker.h"

namespace segmoe::ui {

RenderWorker::RenderWorker(BackendFactory factory) : m_factory(std::move(factory)) { m_clock.start(); }

RenderWorker::~RenderWorker() = default;

void RenderWorker::run(JobId job, const RenderRequest& request, const CancelToken& cancel) {
    m_progressThrottle.reset();
    m_previewThrottle.reset();
    m_lastStage = Stage::Waiting;
    m_previewInFlight = false;
    RenderReport report;
    if (cancel.isCancelled()) {
        report.outcome = RenderOutcome::Cancelled;
    } else {
        try {
            if (!m_backend) m_backend = m_factory();
            report = m_backend->render(request, eventsFor(job), cancel);
        } catch (const Error& error) {
            report.outcome = RenderOutcome::Failed;
            report.failure = {error.code(), error.what(), error.detail()};
        }
    }
    Q_EMIT finished(job, report);
}

RenderEvents RenderWorker::eventsFor(JobId job) {
    return {
        .progress = [this, job](const Progress& value) { sendProgress(job, value); },
        .preview = [this, job](const Preview& value) { sendPreview(job, value); },
        .routing = [this, job](const RoutingStep& step) { Q_EMIT routingStep(job, step); },
        .imageDone = [this, job](int image, const RenderedImage& picture) { Q_EMIT imageDone(job, image, picture); }};
}

void RenderWorker::sendProgress(JobId job, const Progress& value) {
    const bool stageChanged = value.stage != m_lastStage;
    m_lastStage = value.stage;
    if (stageChanged) m_progressThrottle.reset();
    if (m_progressThrottle.admit(m_clock.elapsed())) Q_EMIT progress(job, value);
}

void RenderWorker::sendPreview(JobId job, const Preview& value) {
    if (m_previewInFlight.load(std::memory_order_relaxed) || !m_previewThrottle.admit(m_clock.elapsed())) return;
    m_previewInFlight.store(true, std::memory_order_relaxed);
    Q_EMIT preview(job, value);
}

}  // namespace segmoe::ui
