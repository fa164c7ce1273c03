// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QObject>

#include "core/engine/failure.h"
#include "ui/queue/queue_job.h"

namespace segmoe::ui {

class JobQueue;

/// The renders that the Routing page asks for. Their captures are in the store (CaptureCollector) when captured()
/// comes.
class RoutingJobs : public QObject {
    Q_OBJECT
public:
    RoutingJobs(JobQueue& queue, QObject* parent);

    /// What a render is for; it comes back with its capture.
    enum class Purpose { Compare, Maps, Variant };
    void render(const RenderRequest& request, const QString& title, Purpose purpose);
    /// Several renders under one row.
    void renderAll(const std::vector<std::pair<RenderRequest, QString>>& requests, const QString& title);
    void cancel();

Q_SIGNALS:
    void captured(const QString& id, segmoe::ui::RoutingJobs::Purpose purpose);
    void progressed(const QString& text, double fraction);
    /// The last of the page's own renders has ended.
    void idle();
    void failed(const segmoe::Failure& failure);

private:
    void ended(QueueId job);

    JobQueue& m_queue;
    std::map<QueueId, Purpose> m_own;
};

}  // namespace segmoe::ui
