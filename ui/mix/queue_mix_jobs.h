// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mix/mix_jobs.h"
#include "ui/queue/queue_job.h"

namespace segmoe::ui {

class JobQueue;

/// The Mix page's work as rows of the job list.
class QueueMixJobs : public MixJobs {
    Q_OBJECT
public:
    explicit QueueMixJobs(JobQueue& queue, QObject* parent = nullptr);

    void build(const BuildRequest& request, const QString& title) override;
    void cancelBuild() override;
    void predict(const BuildRequest& request, const QString& prompt) override;
    void save(const SaveMixtureRequest& request, const QString& title) override;
    void cancelSave() override;

private:
    void takeFinished(QueueId id, const WorkReport& report);
    void takeBuild(const WorkReport& report);
    void takePrediction(const WorkReport& report);
    void takeSaved(const WorkReport& report);

    JobQueue& m_queue;
    QueueId m_build = QueueId::None;
    QueueId m_prediction = QueueId::None;
    QueueId m_save = QueueId::None;
};

}  // namespace segmoe::ui
