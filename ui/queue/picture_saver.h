// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QDateTime>
#include <QObject>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

class JobQueue;

/// Writes every finished picture of the queue into the pictures folder, on the reading thread of the engine client,
/// and says where it went. Names follow a pattern: {date} {time} {index} {seed} {mix} {width} {height}; / makes
/// folders. {index} counts the pictures of its folder. Nothing is ever overwritten.
class PictureSaver : public QObject {
    Q_OBJECT
public:
    PictureSaver(JobQueue& queue, EngineClient& client, QObject* parent = nullptr);

    /// An empty folder writes nothing.
    void setTarget(const QString& folder, const QString& pattern, const QString& suffix);
    /// Quality and metadata of what is written from now on; the format is the suffix's.
    void setSaving(const PictureSaving& saving) { m_saving = saving; }
    /// A picture that no job made (a grid): written like the others.
    void save(QueueId job, const PicturePtr& picture);
    /// Waits for the answers; the program may end when none is left.
    int pending() const { return static_cast<int>(m_pending.size()); }

Q_SIGNALS:
    /// For the gallery and the page: the file is whole.
    void pictureSaved(const QString& file, const segmoe::ui::PicturePtr& picture);
    void failed(const QString& file, const segmoe::Failure& failure);

private:
    struct Waiting {
        PicturePtr picture;
        QueueId job;
        int place;
    };
    JobQueue& m_queue;
    EngineClient& m_client;
    QString m_folder;
    QString m_pattern;
    PictureSaving m_saving;
    QString m_suffix = QStringLiteral("png");
    std::map<QString, Waiting> m_pending;  ///< by file
    std::map<QString, int> m_lastIndex;    ///< by folder
};

/// The pattern with its values put in; parts that cannot be in a file name become "_". index 0 leaves {index} out.
QString pictureFileName(const QString& pattern, const FinishedPicture& picture, int index, const QDateTime& when);

}  // namespace segmoe::ui
