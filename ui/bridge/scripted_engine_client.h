// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/sample_gallery.h"
#include "ui/bridge/sample_pictures.h"
#include "ui/bridge/scripted_account_client.h"
#include "ui/bridge/scripted_download_client.h"
#include "ui/bridge/scripted_hub_client.h"
#include "ui/bridge/scripted_library_client.h"
#include "ui/bridge/scripted_mix_client.h"
#include "ui/bridge/scripted_publish_client.h"

namespace segmoe::ui {

/// An engine that does what it is told: it notes the requests, and its owner emits the client's signals when it wants
/// them. Draws the program's screenshots and drives the tests of the window.
class ScriptedEngineClient : public EngineClient {
    Q_OBJECT
public:
    using EngineClient::EngineClient;

    EngineFacts facts;
    std::map<QString, ModelSummary> models;  ///< what describe() answers; others are refused
    std::optional<Failure> refusal;          ///< with this, else FileMissing
    std::optional<MemoryForecast> memory;
    /// What a request needs, where `memory` is not for every one.
    std::function<MemoryForecast(const RenderRequest&)> memoryOf;
    std::function<PromptCount(const PromptQuestion&)> countOf;  ///< words stand for tokens without it
    /// What pictureFiles() knows; fill it before asking.
    std::shared_ptr<SamplePictures> pictures = std::make_shared<SamplePictures>();
    /// What the gallery lists; fill it before a gallery is opened.
    std::shared_ptr<SampleGalleryItems> galleryItems = std::make_shared<SampleGalleryItems>();
    std::map<QString, RenderedImage> captures;  ///< what readCapture() answers; writeCapture() adds to it
    bool isReadingForever = false;              ///< readCapture() does not come to an end

    void start() override;
    JobId submit(EngineWork work) override;
    void cancel(JobId job) override;
    void describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe) override;
    void requestForecast(const RenderRequest& request) override;
    void requestForecasts(const std::vector<RenderRequest>& asked) override;
    void countPrompt(int box, const PromptQuestion& question) override;
    void savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving) override;
    PictureClient& pictureFiles() override { return m_pictureFiles; }
    ScriptedLibraryClient& library() override { return m_library; }
    ScriptedDownloadClient& downloads() override { return m_downloads; }
    ScriptedHubClient& hub() override { return m_hub; }
    ScriptedAccountClient& accounts() override { return m_accounts; }
    ScriptedPublishClient& publisher() override { return m_publisher; }
    GalleryFactory galleryFactory() override;
    void readCapture(const QString& file) override;
    void writeCapture(const RenderedImage& image, const QString& file, bool withPicture) override;
    void setPreviewInterval(int milliseconds) override { previewInterval = milliseconds; }
    void setThreads(int threads) override { threadCount = threads; }
    void setMemoryPercent(int percent) override { memoryPercent = percent; }
    void lowerPriority() override { ++priorityDrops; }
    void unloadModels() override;
    void unloadModel(quint64 model) override;
    /// As an engine does at the end of a job.
    void setResident(std::vector<ResidentModel> models);
    ScriptedMixClient& mix() override { return m_mix; }
    void shutDown() override;

    std::vector<EngineWork> works;
    std::vector<RenderRequest> requests;  ///< of the works that are renders
    std::vector<JobId> cancelled;
    QStringList savedFiles;
    std::vector<PictureSaving> savings;  ///< of savedFiles
    int previewInterval = 0;
    bool isShutDown = false;
    int threadCount = 0;
    int memoryPercent = 100;
    int priorityDrops = 0;
    JobId lastJob() const { return JobId{m_lastJob}; }

private:
    std::vector<ResidentModel> m_resident;
    ScriptedLibraryClient m_library;
    ScriptedDownloadClient m_downloads;
    ScriptedHubClient m_hub;
    ScriptedAccountClient m_accounts;
    ScriptedPublishClient m_publisher;
    ScriptedMixClient m_mix;
    PictureClient m_pictureFiles{[known = pictures] { return known->access(); }};
    quint64 m_lastJob = 0;
};

}  // namespace segmoe::ui
