// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "ui/queue/eta_estimator.h"
#include "ui/queue/queue_job.h"

namespace segmoe::ui {

/// Everything the engine is to do, one job at a time, in order. The pages add jobs and listen here, never to the
/// engine's own job signals. Rows stand as: running, waiting in the order they will run, ended (newest first).
/// A job owns a frozen copy of its request; a seed of -1 is drawn when it is added, so that a retry repeats it.
class JobQueue : public QObject {
    Q_OBJECT
public:
    explicit JobQueue(EngineClient& client, QObject* parent = nullptr);

    QueueId add(EngineWork work, const QString& title = {}, QueueId group = QueueId::None);
    /// Runs as soon as the present job has ended.
    QueueId addFirst(EngineWork work, const QString& title = {});
    /// A row that collects jobs; it ends with the last of them.
    QueueId addGroup(const QString& title, const QString& detail);

    void first(QueueId id);
    /// Waiting rows only: by that many places among the waiting ones.
    void move(QueueId id, int places);
    /// Of a group: every job of it.
    void cancel(QueueId id);
    void cancelCurrent();
    void cancelAllWaiting();
    /// Leaves the picture being made and goes on with the next one of the same job.
    void skipPicture();
    bool canSkipPicture() const;
    void pause();
    void resume();
    bool isPaused() const { return m_paused; }
    /// The row waits again, behind all others.
    void retry(QueueId id);
    void retryFailed();
    /// Waiting or ended rows.
    void remove(QueueId id);
    void clearFinished();
    void clearFailed();
    void setPictureFile(QueueId id, int picture, const QString& file);

    /// Rows without the jobs of groups, in display order.
    const std::vector<QueueId>& rows() const { return m_rows; }
    const QueueJob* find(QueueId id) const;
    /// The job the engine works on, or null.
    const QueueJob* current() const { return find(m_current); }
    int waitingCount() const;
    bool isIdle() const { return m_current == QueueId::None; }

Q_SIGNALS:
    /// Rows came, went or moved.
    void rowsChanged();
    /// Anything a row shows.
    void changed(segmoe::ui::QueueId id);
    void stateChanged(segmoe::ui::QueueId id, segmoe::ui::JobState state);
    void progressed(segmoe::ui::QueueId id, const segmoe::Progress& progress);
    void preview(segmoe::ui::QueueId id, const segmoe::Preview& preview);
    void routingStep(segmoe::ui::QueueId id, const segmoe::RoutingStep& step);
    /// index counts the pictures of the job from 0, left-out ones included.
    void pictureDone(segmoe::ui::QueueId id, int index, const segmoe::ui::PicturePtr& picture);
    void finished(segmoe::ui::QueueId id, const segmoe::ui::WorkReport& report);
    void pausedChanged(bool paused);

private:
    QueueJob& make(std::optional<EngineWork> work, const QString& title, const QString& detail);
    QueueJob* job(QueueId id);
    void connectClient();
    void startNext();
    void submit(QueueJob& job);
    QueueId nextWaiting() const;
    void setState(QueueJob& job, JobState state);
    void cancelOne(QueueJob& job);
    void takeProgress(const Progress& progress);
    void takePicture(int image, const RenderedImage& picture);
    void takeReport(const WorkReport& report);
    bool continueAfterSkip(QueueJob& job, const WorkReport& report);
    void updateGroup(QueueId group);
    void settle(QueueId id);
    void dropOldest();
    void erase(QueueId id);
    bool isCurrent(JobId engineJob) const { return m_current != QueueId::None && m_engineJob == engineJob; }
    std::size_t endOfLive() const;
    void removeEnded(bool failedOnly);

    EngineClient& m_client;
    std::map<QueueId, QueueJob> m_jobs;
    std::vector<QueueId> m_rows;
    quint64 m_lastId = 0;
    QueueId m_current = QueueId::None;
    JobId m_engineJob{0};
    int m_offset = 0;     ///< pictures of the current job before this engine run
    int m_doneInRun = 0;  ///< pictures of this engine run
    bool m_skipping = false;
    bool m_paused = false;
    bool m_engineReady = false;
    EtaEstimator m_eta;
    QElapsedTimer m_clock;
    QElapsedTimer m_pictureClock;
    QTimer m_slowStop;
};

}  // namespace segmoe::ui
