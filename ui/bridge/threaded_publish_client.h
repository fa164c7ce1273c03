// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cancel_token.h"
#include "ui/bridge/facade_thread.h"
#include "ui/bridge/publish_client.h"

namespace segmoe::ui {

/// The real one. Uploads have a thread of their own, so that a repository can be looked at while one runs; reading
/// digests has another.
class ThreadedPublishClient final : public PublishClient {
    Q_OBJECT
public:
    using Factory = FacadeThread<HubPublisher>::Factory;
    explicit ThreadedPublishClient(const Factory& factory, QObject* parent = nullptr);
    ~ThreadedPublishClient() override;

    void plan(const QString& folder) override;
    void inspect(const QString& repo) override;
    void cancelPlan() override { m_planCancel.cancel(); }
    void cancelPublish() override { m_publishCancel.cancel(); }

private:
    void upload(const HubPush& push) override;
    void takePlan(const PublishPlan& plan, const CancelToken& cancel);

    CancelToken m_planCancel;
    CancelToken m_inspectCancel;
    CancelToken m_publishCancel;
    FacadeThread<HubPublisher> m_plans;
    FacadeThread<HubPublisher> m_questions;
    FacadeThread<HubPublisher> m_uploads;
};

}  // namespace segmoe::ui
