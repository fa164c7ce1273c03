// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QThread>

#include "ui/bridge/engine_backend.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/threaded_account_client.h"
#include "ui/bridge/threaded_download_client.h"
#include "ui/bridge/threaded_hub_client.h"
#include "ui/bridge/threaded_mix_client.h"
#include "ui/bridge/threaded_publish_client.h"

namespace segmoe::ui {

class ModelReader;
class EngineWorker;

/// The real client: one inference thread, one reading thread, each with one worker object. Nothing of the engine is
/// touched on the window's thread, and nothing before start().
class ThreadedEngineClient : public EngineClient {
    Q_OBJECT
public:
    /// keychain: where tokens are kept; null = there is none.
    explicit ThreadedEngineClient(const BackendFactory& factory, std::unique_ptr<SecretStore> keychain = nullptr,
                                  QObject* parent = nullptr);
    ~ThreadedEngineClient() override;

    void start() override;
    JobId submit(EngineWork work) override;
    void cancel(JobId job) override;
    void describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe) override;
    void requestForecast(const RenderRequest& request) override;
    void requestForecasts(const std::vector<RenderRequest>& requests) override;
    void countPrompt(int box, const PromptQuestion& question) override;
    void savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving) override;
    PictureClient& pictureFiles() override { return m_pictureFiles; }
    LibraryClient& library() override { return m_library; }
    DownloadClient& downloads() override { return m_downloads; }
    HubClient& hub() override { return m_hub; }
    AccountClient& accounts() override { return m_accounts; }
    PublishClient& publisher() override { return m_publisher; }
    GalleryFactory galleryFactory() override;
    void readCapture(const QString& file) override;
    void writeCapture(const RenderedImage& image, const QString& file, bool withPicture) override;
    void setPreviewInterval(int milliseconds) override;
    void setThreads(int threads) override;
    void setMemoryPercent(int percent) override;
    void lowerPriority() override;
    void unloadModels() override;
    void unloadModel(quint64 model) override;
    MixClient& mix() override { return m_mix; }
    void shutDown() override;

private:
    void connectWorker();
    void connectReader();
    void threadEnded();

    BackendFactory m_factory;
    PictureClient m_pictureFiles;
    ThreadedLibraryClient m_library;
    ThreadedDownloadClient m_downloads;
    ThreadedHubClient m_hub;  ///< after the pictures it decodes with
    ThreadedAccountClient m_accounts;
    ThreadedPublishClient m_publisher;
    QThread m_renderThread;
    QThread m_readerThread;
    ThreadedMixClient m_mix;  ///< after the thread it lives on: it goes first
    EngineWorker* m_worker;   ///< lives on its thread; deleted here, after the thread
    ModelReader* m_reader;    ///< the same
    std::map<JobId, CancelToken> m_running;
    quint64 m_lastJob = 0;
    quint64 m_lastForecast = 0;
    int m_threadsLeft = 0;
    bool m_started = false;
    bool m_shuttingDown = false;
};

}  // namespace segmoe::ui
