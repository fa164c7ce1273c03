// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/gallery.h"
#include "core/engine/hub_access.h"
#include "core/engine/hub_accounts.h"
#include "core/engine/hub_browser.h"
#include "core/engine/hub_publish.h"
#include "core/engine/model_downloads.h"
#include "core/engine/model_library.h"
#include "core/engine/picture_reader.h"
#include "core/engine/prompt_meter.h"
#include "core/engine/render_engine.h"
#include "ui/bridge/mix_tools.h"

namespace segmoe::ui {

/// What the window needs of core/engine, as a table of functions: the module that implements it links LibTorch and is
/// loaded after the first paint (engine_module). One backend serves one thread.
class EngineBackend {
public:
    virtual ~EngineBackend() = default;
    /// Never throws.
    virtual RenderReport render(const RenderRequest& request, const RenderEvents& events,
                                const CancelToken& cancel) = 0;
    /// As RenderEngine's functions of the same names. Throw Error or Cancelled.
    virtual BuildReport build(const BuildRequest& request, const ProgressSink& progress, const CancelToken& cancel) = 0;
    virtual Prediction predict(const BuildRequest& request, const std::string& prompt, const ProgressSink& progress,
                               const CancelToken& cancel) = 0;
    virtual MixReport saveMixture(const SaveMixtureRequest& request, const ProgressSink& progress,
                                  const CancelToken& cancel) = 0;
    /// Headers only. Throws Error.
    virtual ModelSummary summarize(const std::string& model) = 0;
    virtual ModelSummary summarizeRecipe(const MixRecipe& recipe) = 0;
    /// With the model's own vocabulary. Throws Error.
    virtual PromptCount countPrompt(const PromptQuestion& question) = 0;
    /// Headers only. Throws Error.
    virtual MemoryForecast forecast(const RenderRequest& request) = 0;
    /// What the last job left loaded, and how it is let go.
    virtual std::vector<ResidentModel> resident() { return {}; }
    virtual void unload() {}
    virtual void unloadModel(std::uint64_t) {}
    /// Threads of the whole process, 0 = automatic.
    virtual void setThreads(int) {}
    /// Memory to plan with, in per cent of the machine's; of the whole process.
    virtual void setMemoryPercent(int) {}
    virtual std::vector<std::string> devices() = 0;
    virtual std::optional<std::filesystem::path> starterFolder() = 0;
    /// A picture file with its generation settings. Throws Error.
    virtual UnsavedMetadata savePicture(const RenderedImage& image, const std::filesystem::path& file,
                                        const PictureSaving& saving) = 0;
    /// Outlives the backend and serves any thread.
    virtual std::unique_ptr<PictureAccess> pictureAccess() = 0;
    /// As core/engine's functions of these names. The library outlives the backend.
    virtual std::unique_ptr<LibraryAccess> openLibrary(const std::filesystem::path& folder) = 0;
    virtual std::vector<KnownFolder> knownModelFolders() = 0;
    /// Outlives the backend; one thread at a time. Null where there is none (a fake). Throws Error.
    virtual std::unique_ptr<HubAccess> openHub() { return nullptr; }
    /// As core/engine's function of this name. Outlives the backend. Null where there is none (a fake). Throws Error.
    virtual std::unique_ptr<ModelDownloads> openDownloads(const DownloadsOptions&) { return nullptr; }
    /// The same for looking around.
    virtual std::unique_ptr<HubBrowser> openHubBrowser() { return nullptr; }
    virtual std::unique_ptr<HubAccounts> openHubAccounts() { return nullptr; }
    virtual std::unique_ptr<HubPublisher> openHubPublisher() { return nullptr; }
    /// Outlives the backend; one thread at a time. Throws Error.
    virtual std::unique_ptr<Gallery> openGallery(const std::filesystem::path& index) = 0;
    /// Captures (.segroute). Throw Error.
    virtual RenderedImage readCapture(const std::filesystem::path& file) = 0;
    virtual void writeCapture(const RenderedImage& image, const std::filesystem::path& file, bool withPicture) = 0;
    /// "0.1.0" and what it was built with.
    virtual std::string buildText() = 0;
    /// What the Mix page asks; null where there is none (a fake). Usable on the thread of the backend.
    virtual std::unique_ptr<MixTools> mixTools() { return nullptr; }
};

/// Makes a backend on the calling thread. Throws Error when the engine cannot be loaded.
using BackendFactory = std::function<std::unique_ptr<EngineBackend>()>;

/// Name and type of the one function an engine module exports; the caller owns the result.
inline constexpr char kCreateBackendSymbol[] = "segmoeCreateEngineBackend";
using CreateBackendFunction = EngineBackend* (*)();

}  // namespace segmoe::ui
