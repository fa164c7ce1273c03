// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

class JobQueue;

/// Keeps what waits (and what runs) in a file, so that it survives the program. Written half a second after a change,
/// whole or not at all. Groups are stored with the jobs they still have to do.
class QueueStore : public QObject {
    Q_OBJECT
public:
    QueueStore(JobQueue& queue, const QString& file, QObject* parent = nullptr);

    /// Adds the stored jobs and returns how many. They wait paused when the program did not close in order the last
    /// time (afterCrash). A damaged file is set aside as FILE.damaged; a damaged job is left out.
    int restore();
    bool afterCrash() const { return m_afterCrash; }
    /// The last session did not end in order, whether or not jobs were left.
    bool wasCutShort() const { return m_wasCutShort; }
    /// Last words: the next start is one after an orderly end.
    void closeInOrder();
    bool save();

private:
    QJsonObject snapshot() const;
    QJsonObject jobJson(const QueueJob& job) const;
    int restoreRow(const QJsonObject& json);

    JobQueue& m_queue;
    QString m_file;
    QTimer m_timer;
    bool m_afterCrash = false;
    bool m_wasCutShort = false;
    bool m_closing = false;
};

}  // namespace segmoe::ui
