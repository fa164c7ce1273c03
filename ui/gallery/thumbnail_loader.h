// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

#include "core/domain/gallery_item.h"

namespace segmoe::ui {

class PictureClient;
class Settings;

/// Small pictures for the gallery: decoded on two threads, the newest request first, kept in memory (256 MB, least
/// recently used goes) and on disk, where they outlive the session.
class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    /// The small pictures lie in the data folder, within the disk space of the settings.
    ThumbnailLoader(PictureClient& client, const Settings& settings, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /// What is in memory, perhaps in a smaller size than asked for; null otherwise. Asks for what is missing.
    /// pixels: the longest side in device pixels.
    QPixmap thumbnail(const GalleryItem& item, int pixels);

Q_SIGNALS:
    void loaded(qint64 id);
    /// There is no file, or none that can be read.
    void gone(qint64 id);

private:
    struct Result {
        qint64 id = 0;
        QString key;
        QImage image;
        bool isGone = false;
    };
    void prune(const Settings& settings);
    void request(const GalleryItem& item, const QString& key, int side);
    void take(const Result& result);

    PictureClient& m_client;
    QString m_folder;
    QCache<QString, QPixmap> m_cache;
    QHash<QString, quint64> m_waiting;  ///< key → number of its last request
    QSet<qint64> m_gone;
    std::atomic<quint64> m_last{0};
    QThreadPool m_pool;
};

}  // namespace segmoe::ui
