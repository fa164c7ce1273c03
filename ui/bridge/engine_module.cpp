// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The shared object that brings LibTorch: everything the window asks of core/engine, behind one exported function.
#include <QtCore/qglobal.h>

#include "core/engine/app_paths.h"
#include "core/engine/model_tools.h"
#include "core/engine/picture_reader.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/engine_backend.h"
#include "ui/bridge/mix_module.h"

namespace {

class CoreBackend final : public segmoe::ui::EngineBackend {
public:
    segmoe::RenderReport render(const segmoe::RenderRequest& request, const segmoe::RenderEvents& events,
                                const segmoe::CancelToken& cancel) override {
        return m_engine.render(request, events, cancel);
    }
    segmoe::BuildReport build(const segmoe::BuildRequest& request, const segmoe::ProgressSink& progress,
                              const segmoe::CancelToken& cancel) override {
        return m_engine.build(request, progress, cancel);
    }
    segmoe::Prediction predict(const segmoe::BuildRequest& request, const std::string& prompt,
                               const segmoe::ProgressSink& progress, const segmoe::CancelToken& cancel) override {
        return m_engine.predict(request, prompt, progress, cancel);
    }
    segmoe::MixReport saveMixture(const segmoe::SaveMixtureRequest& request, const segmoe::ProgressSink& progress,
                                  const segmoe::CancelToken& cancel) override {
        return m_engine.saveMixture(request, progress, cancel);
    }
    segmoe::ModelSummary summarize(const std::string& model) override { return m_engine.summarize(model); }
    segmoe::ModelSummary summarizeRecipe(const segmoe::MixRecipe& recipe) override {
        return m_engine.summarize(recipe);
    }
    segmoe::PromptCount countPrompt(const segmoe::PromptQuestion& question) override { return m_meter.count(question); }
    segmoe::MemoryForecast forecast(const segmoe::RenderRequest& request) override {
        return m_engine.forecast(request);
    }
    std::vector<segmoe::ResidentModel> resident() override { return m_engine.resident(); }
    void unload() override { m_engine.unload(); }
    void unloadModel(std::uint64_t model) override { m_engine.unload(model); }
    void setThreads(int threads) override { segmoe::RenderEngine::setThreads(threads); }
    void setMemoryPercent(int percent) override { segmoe::RenderEngine::setMemoryPercent(percent); }
    std::vector<std::string> devices() override { return segmoe::availableDevices(); }
    std::optional<std::filesystem::path> starterFolder() override { return segmoe::starterFolder(); }
    segmoe::UnsavedMetadata savePicture(const segmoe::RenderedImage& image, const std::filesystem::path& file,
                                        const segmoe::PictureSaving& saving) override {
        return segmoe::savePicture(image, file, saving);
    }
    std::unique_ptr<segmoe::PictureAccess> pictureAccess() override { return segmoe::makePictureAccess(); }
    std::unique_ptr<segmoe::LibraryAccess> openLibrary(const std::filesystem::path& folder) override {
        return segmoe::openLibrary(folder);
    }
    std::vector<segmoe::KnownFolder> knownModelFolders() override { return segmoe::knownModelFolders(); }
    std::unique_ptr<segmoe::HubAccess> openHub() override { return segmoe::openHub(); }
    std::unique_ptr<segmoe::ModelDownloads> openDownloads(const segmoe::DownloadsOptions& options) override {
        return segmoe::openDownloads(options);
    }
    std::unique_ptr<segmoe::HubBrowser> openHubBrowser() override { return segmoe::openHubBrowser(); }
    std::unique_ptr<segmoe::HubAccounts> openHubAccounts() override { return segmoe::openHubAccounts(); }
    std::unique_ptr<segmoe::HubPublisher> openHubPublisher() override { return segmoe::openHubPublisher(); }
    std::unique_ptr<segmoe::Gallery> openGallery(const std::filesystem::path& index) override {
        return segmoe::openGallery(index);
    }
    segmoe::RenderedImage readCapture(const std::filesystem::path& file) override { return segmoe::readCapture(file); }
    void writeCapture(const segmoe::RenderedImage& image, const std::filesystem::path& file,
                      bool withPicture) override {
        segmoe::writeCapture(image, file, withPicture);
    }
    std::string buildText() override { return segmoe::buildText(); }
    std::unique_ptr<segmoe::ui::MixTools> mixTools() override { return segmoe::ui::makeMixTools(); }

private:
    segmoe::RenderEngine m_engine;
    segmoe::PromptMeter m_meter;
};

}  // namespace

extern "C" Q_DECL_EXPORT segmoe::ui::EngineBackend* segmoeCreateEngineBackend() { return new CoreBackend; }
