// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/picture_client.h"
#include "ui/bridge/sample_pictures.h"

namespace segmoe::ui {

/// An engine that does what it is told: it notes the requests, and its owner emits the client's signals when it wants
/// them. Draws the program's screenshots and drives the tests of the window.
class ScriptedEngineClient : public EngineClient {
    Q_OBJECT
public:
    using EngineClient::EngineClient;

    EngineFacts facts;
    std::map<QString, ModelSummary> models;  ///< what describe() answers; other models are refused with FileMissing
    std::optional<MemoryForecast> memory;
    /// What pictureFiles() knows; fill it before asking.
    std::shared_ptr<SamplePictures> pictures = std::make_shared<SamplePictures>();

    void start() override;
    JobId submit(EngineWork work) override;
    void cancel(JobId job) override;
    void describe(const QString& model) override;
    void requestForecast(const RenderRequest& request) override;
    void savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving) override;
    PictureClient& pictureFiles() override { return m_pictureFiles; }
    void setPreviewInterval(int milliseconds) override { previewInterval = milliseconds; }
    void shutDown() override;

    std::vector<EngineWork> works;
    std::vector<RenderRequest> requests;  ///< of the works that are renders
    std::vector<JobId> cancelled;
    QStringList savedFiles;
    int previewInterval = 0;
    bool isShutDown = false;
    JobId lastJob() const { return JobId{m_lastJob}; }

private:
    PictureClient m_pictureFiles{[known = pictures] { return known->access(); }};
    quint64 m_lastJob = 0;
};

}  // namespace segmoe::ui
