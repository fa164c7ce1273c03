// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/queue/job_queue.h"

namespace segmoe::ui {

/// The render that the page shows: the queue's present job while that is a render, else the last one.
class RenderSession : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Queued, Loading, Running, Cancelling };

    explicit RenderSession(JobQueue& queue, QObject* parent = nullptr);

    State state() const { return m_state; }
    bool isBusy() const { return m_state != State::Idle && m_state != State::Queued; }
    /// Of the job that is shown.
    const RenderRequest& request() const { return m_request; }
    QueueId job() const { return m_job; }
    /// The state changes before the engine answers.
    void cancel();

Q_SIGNALS:
    void stateChanged(segmoe::ui::RenderSession::State state);
    void started();
    void progress(const segmoe::Progress& progress);
    void preview(const segmoe::Preview& preview);
    void routingStep(const segmoe::RoutingStep& step);
    void pictureDone(const segmoe::ui::PicturePtr& picture);
    void finished(const segmoe::ui::WorkReport& report);

private:
    void update();
    bool isShown(QueueId id) const { return m_job == id && m_job != QueueId::None; }

    JobQueue& m_queue;
    State m_state = State::Idle;
    QueueId m_job = QueueId::None;
    RenderRequest m_request;
};

}  // namespace segmoe::ui
