// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>

#include "ui/bridge/engine_client.h"

namespace segmoe::ui {

/// The one render the page is concerned with: its state, and its events with those of other jobs filtered out.
class RenderSession : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Cancelling };

    explicit RenderSession(EngineClient& client, QObject* parent = nullptr);

    State state() const { return m_state; }
    const RenderRequest& request() const { return m_request; }
    /// Does nothing while another render runs.
    void start(const RenderRequest& request);
    /// The state changes before the engine answers.
    void cancel();

Q_SIGNALS:
    void stateChanged(segmoe::ui::RenderSession::State state);
    void progress(const segmoe::Progress& progress);
    void preview(const segmoe::Preview& preview);
    void routingStep(const segmoe::RoutingStep& step);
    void imageDone(int image, const segmoe::RenderedImage& picture);
    void finished(const segmoe::ui::WorkReport& report);

private:
    void setState(State state);
    bool isCurrent(JobId job) const { return m_job == job; }

    EngineClient& m_client;
    State m_state = State::Idle;
    std::optional<JobId> m_job;
    RenderRequest m_request;
};

}  // namespace segmoe::ui
