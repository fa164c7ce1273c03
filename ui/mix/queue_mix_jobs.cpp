// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/queue_mix_jobs.h"

#include "ui/queue/job_queue.h"
#include "ui/queue/work_text.h"

namespace segmoe::ui {

QueueMixJobs::QueueMixJobs(JobQueue& queue, QObject* parent) : MixJobs(parent), m_queue(queue) {
    connect(&queue, &JobQueue::progressed, this, [this](QueueId id, const Progress& progress) {
        const QueueJob* job = m_queue.find(id);
        if (!job) return;
        if (id == m_build) Q_EMIT buildProgressed(progress.fraction, jobStateText(*job));
        if (id == m_save) Q_EMIT saveProgressed(progress.fraction, jobStateText(*job));
    });
    connect(&queue, &JobQueue::finished, this, &QueueMixJobs::takeFinished);
    // A row that is cancelled while it waits never reaches the engine.
    connect(&queue, &JobQueue::stateChanged, this, [this](QueueId id, JobState state) {
        if (state == JobState::Cancelled) takeFinished(id, {RenderOutcome::Cancelled, {}, {}});
    });
}

void QueueMixJobs::build(const BuildRequest& request, const QString& title) {
    m_build = m_queue.add(BuildWork{request}, title);
}

void QueueMixJobs::cancelBuild() { m_queue.cancel(m_build); }

void QueueMixJobs::predict(const BuildRequest& request, const QString& prompt) {
    m_prediction = m_queue.add(PredictWork{request, prompt.toStdString()});
}

void QueueMixJobs::save(const SaveMixtureRequest& request, const QString& title) {
    m_save = m_queue.add(SaveMixtureWork{request}, title);
}

void QueueMixJobs::cancelSave() { m_queue.cancel(m_save); }

void QueueMixJobs::takeFinished(QueueId id, const WorkReport& report) {
    if (id == QueueId::None) return;
    if (id == m_build) {
        m_build = QueueId::None;
        takeBuild(report);
    } else if (id == m_prediction) {
        m_prediction = QueueId::None;
        takePrediction(report);
    } else if (id == m_save) {
        m_save = QueueId::None;
        takeSaved(report);
    }
}

void QueueMixJobs::takeBuild(const WorkReport& report) {
    const auto* result = std::get_if<BuildReport>(&report.result);
    if (report.outcome == RenderOutcome::Done && result)
        Q_EMIT built(*result);
    else if (report.outcome == RenderOutcome::Failed)
        Q_EMIT buildFailed(report.failure);
    else
        Q_EMIT buildCancelled();
}

void QueueMixJobs::takePrediction(const WorkReport& report) {
    const auto* result = std::get_if<Prediction>(&report.result);
    if (report.outcome == RenderOutcome::Done && result)
        Q_EMIT predicted(*result);
    else
        Q_EMIT predictFailed(report.outcome == RenderOutcome::Failed ? report.failure : Failure{});
}

void QueueMixJobs::takeSaved(const WorkReport& report) {
    const auto* result = std::get_if<MixReport>(&report.result);
    if (report.outcome == RenderOutcome::Done && result)
        Q_EMIT saved(*result);
    else if (report.outcome == RenderOutcome::Failed)
        Q_EMIT saveFailed(report.failure);
    else
        Q_EMIT saveCancelled();
}

}  // namespace segmoe::ui
