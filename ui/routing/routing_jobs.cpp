// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_jobs.h"

#include "ui/queue/job_queue.h"
#include "ui/render/progress_text.h"
#include "ui/routing/capture_collector.h"

namespace segmoe::ui {

RoutingJobs::RoutingJobs(JobQueue& queue, QObject* parent) : QObject(parent), m_queue(queue) {
    connect(&queue, &JobQueue::pictureDone, this, [this](QueueId job, int, const PicturePtr& picture) {
        if (const auto own = m_own.find(job); own != m_own.end() && !picture->image.trace.empty())
            Q_EMIT captured(captureId(job, picture->image.seed), own->second);
    });
    connect(&queue, &JobQueue::finished, this, [this](QueueId job) { ended(job); });
    connect(&queue, &JobQueue::stateChanged, this, [this](QueueId job, JobState state) {
        // A waiting job that is cancelled never reports.
        if (state == JobState::Cancelled) ended(job);
        if (state == JobState::Waiting) waitsAgain(job);
    });
    connect(&queue, &JobQueue::progressed, this, [this](QueueId job, const Progress& progress) {
        if (m_own.contains(job)) Q_EMIT progressed(progressText(progress), progress.fraction);
    });
}

void RoutingJobs::render(const RenderRequest& request, const QString& title, Purpose purpose) {
    const QueueId id = m_queue.add(RenderWork{request}, title);
    m_own.emplace(id, purpose);
    Q_EMIT progressed(tr("waiting"), -1.0);
}

void RoutingJobs::renderAll(const std::vector<std::pair<RenderRequest, QString>>& requests, const QString& title) {
    const QueueId group = m_queue.addGroup(title, tr("%n picture(s)", "", static_cast<int>(requests.size())));
    for (const auto& [request, name] : requests)
        m_own.emplace(m_queue.add(RenderWork{request}, name, group), Purpose::Variant);
    Q_EMIT progressed(tr("waiting"), -1.0);
}

void RoutingJobs::cancel() {
    std::vector<QueueId> jobs;
    for (const auto& [job, purpose] : m_own) jobs.push_back(job);
    for (QueueId job : jobs) m_queue.cancel(job);
}

void RoutingJobs::retry(QueueId job) { m_queue.retry(job); }

void RoutingJobs::waitsAgain(QueueId job) {
    const auto found = m_failed.extract(job);
    if (found.empty()) return;
    m_own.emplace(job, found.mapped());
    Q_EMIT progressed(tr("waiting"), -1.0);
}

void RoutingJobs::ended(QueueId job) {
    const auto own = m_own.extract(job);
    if (own.empty()) return;
    if (const QueueJob* row = m_queue.find(job); row && row->state == JobState::Failed) {
        m_failed.emplace(job, own.mapped());
        Q_EMIT failed(job, row->failure);
    }
    if (m_own.empty()) Q_EMIT idle();
}

}  // namespace segmoe::ui
