// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_session.h"

namespace segmoe::ui {

RenderSession::RenderSession(EngineClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client, &EngineClient::progress, this, [this](JobId job, const Progress& value) {
        if (isCurrent(job) && m_state == State::Running) Q_EMIT progress(value);
    });
    connect(&client, &EngineClient::preview, this, [this](JobId job, const Preview& value) {
        if (isCurrent(job)) Q_EMIT preview(value);
    });
    connect(&client, &EngineClient::routingStep, this, [this](JobId job, const RoutingStep& step) {
        if (isCurrent(job)) Q_EMIT routingStep(step);
    });
    connect(&client, &EngineClient::imageDone, this, [this](JobId job, int image, const RenderedImage& picture) {
        if (isCurrent(job)) Q_EMIT imageDone(image, picture);
    });
    connect(&client, &EngineClient::workFinished, this, [this](JobId job, const WorkReport& report) {
        if (!isCurrent(job)) return;
        m_job.reset();
        setState(State::Idle);
        Q_EMIT finished(report);
    });
}

void RenderSession::start(const RenderRequest& request) {
    if (m_state != State::Idle) return;
    m_request = request;
    m_job = m_client.render(request);
    setState(State::Running);
}

void RenderSession::cancel() {
    if (m_state != State::Running || !m_job) return;
    setState(State::Cancelling);
    m_client.cancel(*m_job);
}

void RenderSession::setState(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

}  // namespace segmoe::ui
