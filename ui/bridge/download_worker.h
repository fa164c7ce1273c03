// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include <QTimer>

#include "ui/bridge/threaded_download_client.h"

namespace segmoe::ui {

/// Lives on the download thread and owns the list there.
class DownloadWorker : public QObject {
    Q_OBJECT
public:
    explicit DownloadWorker(DownloadsFactory factory);
    ~DownloadWorker() override;

    void open(DownloadsOptions options);
    void act(const std::function<void(ModelDownloads&)>& work);
    void get(const QString& reference, const std::optional<QString>& variant);

Q_SIGNALS:
    /// The whole list as it is now: when something has changed, at most ten times a second.
    void told(const std::vector<segmoe::ModelDownload>& downloads);
    void started(const QString& reference, quint64 id);
    void refused(const QString& reference, const segmoe::Failure& failure);

private:
    void tellSoon();
    void tell();

    DownloadsFactory m_factory;
    std::unique_ptr<ModelDownloads> m_downloads;
    std::optional<Failure> m_failure;  ///< why there is no list
    QTimer* m_timer;
    std::atomic<bool> m_isAsked = false;
};

}  // namespace segmoe::ui
