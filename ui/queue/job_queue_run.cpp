// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The part of the queue that talks to the engine.
#include "ui/bridge/qt_convert.h"
#include "ui/queue/job_queue.h"

namespace segmoe::ui {

namespace {

constexpr int kJobThumb = 112;

}  // namespace

void JobQueue::connectClient() {
    connect(&m_client, &EngineClient::ready, this, [this] {
        m_engineReady = true;
        startNext();
    });
    connect(&m_client, &EngineClient::progress, this, [this](JobId engineJob, const Progress& value) {
        if (isCurrent(engineJob)) takeProgress(value);
    });
    connect(&m_client, &EngineClient::preview, this, [this](JobId engineJob, const Preview& value) {
        if (!isCurrent(engineJob) || m_skipping) return;
        Preview shifted = value;
        shifted.image += m_offset;
        Q_EMIT preview(m_current, shifted);
    });
    connect(&m_client, &EngineClient::routingStep, this, [this](JobId engineJob, const RoutingStep& value) {
        if (!isCurrent(engineJob) || m_skipping) return;
        RoutingStep shifted = value;
        shifted.image += m_offset;
        Q_EMIT routingStep(m_current, shifted);
    });
    connect(&m_client, &EngineClient::imageDone, this,
            [this](JobId engineJob, int image, const RenderedImage& picture) {
                if (isCurrent(engineJob)) takePicture(image, picture);
            });
    connect(&m_client, &EngineClient::workFinished, this, [this](JobId engineJob, const WorkReport& report) {
        if (isCurrent(engineJob)) takeReport(report);
    });
}

QueueId JobQueue::nextWaiting() const {
    for (QueueId row : m_rows) {
        const QueueJob* one = find(row);
        if (!one->isGroup() && one->state == JobState::Waiting) return row;
        for (QueueId child : one->children)
            if (find(child)->state == JobState::Waiting) return child;
    }
    return QueueId::None;
}

void JobQueue::startNext() {
    if (m_paused || !m_engineReady || m_current != QueueId::None) return;
    m_current = nextWaiting();
    QueueJob* next = job(m_current);
    if (!next) return;
    m_offset = 0;
    next->progress = {};
    m_eta.reset();
    m_clock.restart();
    setState(*next, JobState::Running);
    submit(*next);
}

void JobQueue::submit(QueueJob& one) {
    m_doneInRun = 0;
    m_skipping = false;
    m_pictureClock.restart();
    EngineWork work = *one.work;
    if (auto* render = std::get_if<RenderWork>(&work); render && m_offset > 0) {
        render->request.images -= m_offset;
        render->request.seed += m_offset;
    }
    m_engineJob = m_client.submit(std::move(work));
}

void JobQueue::takeProgress(const Progress& told) {
    QueueJob& one = *job(m_current);
    if (one.state == JobState::Cancelling || m_skipping) return;
    Progress progress = told;
    if (const RenderRequest* request = one.request(); request && m_offset > 0) {
        // A run that goes on after a left-out picture counts from there.
        const double before = static_cast<double>(m_offset) / request->images;
        if (progress.fraction >= 0.0) progress.fraction = before + progress.fraction * (1.0 - before);
        progress.image += m_offset;
        progress.images = request->images;
    }
    if (progress.fraction >= 0.0) m_eta.add(m_clock.elapsed(), progress.fraction);
    progress.etaSeconds = m_eta.seconds();
    one.etaSeconds = progress.etaSeconds;
    one.progress = progress;
    if (progress.stage == Stage::Sampling) one.lastStep = progress.step;
    const bool loads = progress.stage == Stage::Loading || progress.stage == Stage::Checking;
    setState(one, loads ? JobState::Loading : JobState::Running);
    Q_EMIT changed(one.id);
    Q_EMIT progressed(one.id, progress);
    if (one.parent != QueueId::None) updateGroup(one.parent);
}

void JobQueue::takePicture(int image, const RenderedImage& picture) {
    QueueJob& one = *job(m_current);
    auto finished = std::make_shared<FinishedPicture>();
    finished->image = picture;
    if (const RenderRequest* request = one.request()) finished->request = *request;
    finished->seconds = static_cast<double>(m_pictureClock.restart()) / 1000.0;
    finished->job = one.id;
    ++m_doneInRun;
    const QImage thumb =
        toImage(picture.picture).scaled(kJobThumb, kJobThumb, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    one.pictures.push_back({thumb, {}, finished});
    Q_EMIT changed(one.id);
    Q_EMIT pictureDone(one.id, m_offset + image, finished);
}

bool JobQueue::continueAfterSkip(QueueJob& one, const WorkReport& report) {
    if (!m_skipping || report.outcome != RenderOutcome::Cancelled) return false;
    const RenderRequest* request = one.request();
    m_offset += m_doneInRun + request->imagesAtOnce;
    if (m_offset >= request->images) return false;
    submit(one);
    return true;
}

void JobQueue::takeReport(const WorkReport& report) {
    const QueueId id = m_current;
    QueueJob& one = *job(id);
    if (continueAfterSkip(one, report)) return;
    m_slowStop.stop();
    m_current = QueueId::None;
    one.seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    one.etaSeconds = -1.0;
    one.slowToStop = false;
    one.failure = report.failure;
    switch (report.outcome) {
        case RenderOutcome::Done: setState(one, JobState::Done); break;
        case RenderOutcome::Cancelled: setState(one, JobState::Cancelled); break;
        case RenderOutcome::Failed: setState(one, JobState::Failed); break;
    }
    settle(id);
    Q_EMIT finished(id, report);
    startNext();
}

}  // namespace segmoe::ui
