// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <QThread>

#include "core/base/cancel_token.h"
#include "core/engine/model_downloads.h"
#include "ui/bridge/download_client.h"
#include "ui/bridge/facade_thread.h"

namespace segmoe::ui {

class DownloadWorker;

/// Open the core's own on the thread that calls them. Throw Error.
using DownloadsFactory = std::function<std::unique_ptr<ModelDownloads>(const DownloadsOptions& options)>;
using HubFactory = FacadeThread<HubAccess>::Factory;

DownloadRow toRow(const ModelDownload& download);

/// The real one: a thread that owns the list, and one that asks the hubs what models take, so that a hub that does not
/// answer keeps nothing else waiting.
class ThreadedDownloadClient final : public DownloadClient {
    Q_OBJECT
public:
    ThreadedDownloadClient(DownloadsFactory factory, HubFactory hub, QObject* parent = nullptr);
    ~ThreadedDownloadClient() override;

    void load(const QString& folder) override;
    void get(const QString& reference, const std::optional<QString>& variant) override;
    void plan(const QString& reference) override;
    void pause(quint64 id) override;
    void resume(quint64 id) override;
    void startNow(quint64 id) override;
    void cancel(quint64 id) override;
    void remove(quint64 id) override;
    void moveUp(quint64 id) override;
    void moveDown(quint64 id) override;
    void moveFirst(quint64 id) override;
    void pauseAll() override;
    void resumeAll() override;
    void clearDone() override;
    void setParallel(int files) override;
    void setLimit(qint64 bytesPerSecond) override;
    std::vector<DownloadRow> rows() const override { return m_rows; }

private:
    void post(std::function<void(DownloadWorker&)> work);
    void act(std::function<void(ModelDownloads&)> work);
    void take(const std::vector<ModelDownload>& downloads);

    QThread m_thread;
    DownloadWorker* m_worker;
    CancelToken m_closing;
    FacadeThread<HubAccess> m_plans;
    DownloadsOptions m_options;
    std::vector<std::function<void(DownloadWorker&)>> m_early;  ///< asked before load()
    std::vector<DownloadRow> m_rows;
    std::map<quint64, int> m_arrivals;
    bool m_isLoaded = false;
};

}  // namespace segmoe::ui
