// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/engine_worker.h"

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/thread_priority.h"

namespace segmoe::ui {

EngineWorker::EngineWorker(BackendFactory factory) : m_factory(std::move(factory)) { m_clock.start(); }

EngineWorker::~EngineWorker() = default;

EngineBackend& EngineWorker::backend() {
    if (!m_backend) m_backend = m_factory();
    return *m_backend;
}

void EngineWorker::run(JobId job, const EngineWork& work, const CancelToken& cancel) {
    m_progressThrottle.reset();
    m_previewThrottle = EventThrottle(m_previewInterval.load(std::memory_order_relaxed));
    m_lastStage = Stage::Waiting;
    m_previewInFlight = false;
    WorkReport report;
    try {
        cancel.check();
        report = std::visit([&](const auto& kind) { return perform(job, kind, cancel); }, work);
    } catch (const Cancelled&) {
        report.outcome = RenderOutcome::Cancelled;
    } catch (const Error& error) {
        report.outcome = RenderOutcome::Failed;
        report.failure = failureOf(error);
    }
    tellResident();
    Q_EMIT finished(job, report);
}

void EngineWorker::tellResident() {
    if (m_backend) Q_EMIT residentChanged(m_backend->resident());
}

void EngineWorker::unload() {
    if (m_backend) m_backend->unload();
    tellResident();
}

void EngineWorker::unloadModel(quint64 model) {
    if (m_backend) m_backend->unloadModel(model);
    tellResident();
}

void EngineWorker::setThreads(int threads) {
    try {
        backend().setThreads(threads);
    } catch (const Error&) {
        // An engine that cannot be loaded has told so already, and there are no threads to set.
    }
}

void EngineWorker::lowerPriority() { giveWayToOthers(); }

WorkReport EngineWorker::perform(JobId job, const RenderWork& work, const CancelToken& cancel) {
    RenderReport report = backend().render(work.request, eventsFor(job), cancel);
    return {report.outcome, std::move(report.result), std::move(report.failure)};
}

WorkReport EngineWorker::perform(JobId job, const BuildWork& work, const CancelToken& cancel) {
    return {RenderOutcome::Done, backend().build(work.request, eventsFor(job).progress, cancel), {}};
}

WorkReport EngineWorker::perform(JobId job, const PredictWork& work, const CancelToken& cancel) {
    return {RenderOutcome::Done, backend().predict(work.request, work.prompt, eventsFor(job).progress, cancel), {}};
}

WorkReport EngineWorker::perform(JobId job, const SaveMixtureWork& work, const CancelToken& cancel) {
    return {RenderOutcome::Done, backend().saveMixture(work.request, eventsFor(job).progress, cancel), {}};
}

RenderEvents EngineWorker::eventsFor(JobId job) {
    return {
        .progress = [this, job](const Progress& value) { sendProgress(job, value); },
        .preview = [this, job](const Preview& value) { sendPreview(job, value); },
        .routing = [this, job](const RoutingStep& step) { Q_EMIT routingStep(job, step); },
        .imageDone = [this, job](int image, const RenderedImage& picture) { Q_EMIT imageDone(job, image, picture); }};
}

void EngineWorker::sendProgress(JobId job, const Progress& value) {
    const bool stageChanged = value.stage != m_lastStage;
    m_lastStage = value.stage;
    if (stageChanged) m_progressThrottle.reset();
    if (m_progressThrottle.admit(m_clock.elapsed())) Q_EMIT progress(job, value);
}

void EngineWorker::sendPreview(JobId job, const Preview& value) {
    if (m_previewInFlight.load(std::memory_order_relaxed) || !m_previewThrottle.admit(m_clock.elapsed())) return;
    m_previewInFlight.store(true, std::memory_order_relaxed);
    Q_EMIT preview(job, value);
}

}  // namespace segmoe::ui
