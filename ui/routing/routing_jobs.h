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
    bool isBusy() const { return !m_own.empty(); }
    void cancel();
    /// The same job once more, for what it was for.
    void retry(QueueId job);

Q_SIGNALS:
    void captured(const QString& id, segmoe::ui::RoutingJobs::Purpose purpose);
    void progressed(const QString& text, double fraction);
    /// The last of the page's own renders has ended.
    void idle();
    void failed(segmoe::ui::QueueId job, const segmoe::Failure& failure);

private:
    void ended(QueueId job);
    void waitsAgain(QueueId job);

    JobQueue& m_queue;
    std::map<QueueId, Purpose> m_own;
    std::map<QueueId, Purpose> m_failed;  ///< wait again when somebody retries them, here or in the job list
};

}  // namespace segmoe::ui
