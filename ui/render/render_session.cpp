// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_session.h"

namespace segmoe::ui {

RenderSession::RenderSession(JobQueue& queue, QObject* parent) : QObject(parent), m_queue(queue) {
    connect(&queue, &JobQueue::stateChanged, this, &RenderSession::update);
    connect(&queue, &JobQueue::rowsChanged, this, &RenderSession::update);
    connect(&queue, &JobQueue::progressed, this, [this](QueueId id, const Progress& value) {
        if (isShown(id)) Q_EMIT progress(value);
    });
    connect(&queue, &JobQueue::preview, this, [this](QueueId id, const Preview& value) {
        if (isShown(id)) Q_EMIT preview(value);
    });
    connect(&queue, &JobQueue::routingStep, this, [this](QueueId id, const RoutingStep& value) {
        if (isShown(id)) Q_EMIT routingStep(value);
    });
    connect(&queue, &JobQueue::pictureDone, this, [this](QueueId id, int, const PicturePtr& picture) {
        if (isShown(id)) Q_EMIT pictureDone(picture);
    });
    connect(&queue, &JobQueue::finished, this, [this](QueueId id, const WorkReport& report) {
        if (isShown(id)) Q_EMIT finished(report);
    });
}

void RenderSession::update() {
    const QueueJob* current = m_queue.current();
    const RenderRequest* request = current ? current->request() : nullptr;
    State state = m_queue.waitingCount() > 0 ? State::Queued : State::Idle;
    if (request) {
        // The same job again after a retry is a new start, too.
        if ((m_job != current->id || !isBusy()) && !isEnded(current->state)) {
            m_job = current->id;
            m_request = *request;
            Q_EMIT started();
        }
        state = current->state == JobState::Cancelling ? State::Cancelling
                : current->state == JobState::Loading  ? State::Loading
                                                       : State::Running;
        if (isEnded(current->state)) state = State::Idle;
    }
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void RenderSession::cancel() { m_queue.cancelCurrent(); }

}  // namespace segmoe::ui
