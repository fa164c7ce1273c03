// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/domain/memory_forecast.h"
#include "core/engine/picture_file.h"
#include "core/engine/prompt_meter.h"
#include "ui/bridge/engine_work.h"

namespace segmoe {
class Gallery;
}

namespace segmoe::ui {

class AccountClient;
class DownloadClient;
class HubClient;
class LibraryClient;
class MixClient;
class PictureClient;
class PublishClient;

/// Names one job of the engine; never used twice in a session.
enum class JobId : quint64 {};

/// What exists on this machine, told once after the engine has been loaded.
struct EngineFacts {
    QStringList devices;    ///< "cpu", "cuda:0"…
    QString starterFolder;  ///< empty when the starter mixture is not installed
    QString build;          ///< version and what it was built with
};

/// The window's only way to the core. Requests return at once; answers come as signals on the thread of the client.
/// Every signal of a job carries its id, so that a listener can drop what is no longer its own.
class EngineClient : public QObject {
    Q_OBJECT
public:
    explicit EngineClient(QObject* parent = nullptr);

    /// What ready() told; empty before.
    const EngineFacts& knownFacts() const { return m_facts; }

    /// Loads the engine in the background; answers with ready() or unavailable().
    virtual void start() = 0;
    /// Returns at once; the job ends with workFinished(). Jobs run one after another in the order of these calls.
    virtual JobId submit(EngineWork work) = 0;
    JobId render(const RenderRequest& request) { return submit(RenderWork{request}); }
    /// Returns at once; the job ends with workFinished(). Unknown ids are ignored.
    virtual void cancel(JobId job) = 0;
    /// Answers with described() or refused().
    /// With a recipe, `model` is only the name that the answer repeats.
    virtual void describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe = {}) = 0;
    /// Answers with forecast(); an older question that was not yet answered is dropped.
    virtual void requestForecast(const RenderRequest& request) = 0;
    /// Answers with forecasts(): one for each, with a peak of 0 where it failed.
    virtual void requestForecasts(const std::vector<RenderRequest>& requests) = 0;
    /// Answers with promptCounted(), which repeats box and prompt; not at all when the model has no vocabulary.
    virtual void countPrompt(int box, const PromptQuestion& question) = 0;
    /// Answers with saved() or saveFailed().
    virtual void savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving = {}) = 0;
    /// Picture files: settings, pixels, other formats. Usable at once; lives as long as this.
    virtual PictureClient& pictureFiles() = 0;
    /// The models on this disk.
    virtual LibraryClient& library() = 0;
    /// Access tokens, and how the hubs are reached.
    virtual AccountClient& accounts() = 0;
    /// Saved models to Hugging Face.
    virtual PublishClient& publisher() = 0;
    /// Models on their way from the hubs.
    virtual DownloadClient& downloads() = 0;
    /// What Hugging Face and CivitAI offer.
    virtual HubClient& hub() = 0;
    /// Opens the gallery's index on the thread that calls it. Throws Error.
    using GalleryFactory = std::function<std::unique_ptr<Gallery>(const QString& index)>;
    virtual GalleryFactory galleryFactory() = 0;
    /// Answers with captureRead() or captureFailed().
    virtual void readCapture(const QString& file) = 0;
    /// Answers with captureWritten() or captureFailed().
    virtual void writeCapture(const RenderedImage& image, const QString& file, bool withPicture) = 0;
    /// Milliseconds between two previews, from the next job on.
    virtual void setPreviewInterval(int milliseconds) = 0;
    /// Threads of the engine, 0 = automatic; from the next job on.
    virtual void setThreads(int threads) = 0;
    /// How much of the machine's memory to plan with, in per cent; from the next forecast and job on.
    virtual void setMemoryPercent(int percent) = 0;
    /// Computing gives way to other programs. Before the first job: a lowered priority stays until the program ends.
    virtual void lowerPriority() = 0;
    /// Frees what the last job left loaded, or one model of it (ResidentModel::id); answers with residentChanged(),
    /// after the running job.
    virtual void unloadModels() = 0;
    virtual void unloadModel(quint64 model) = 0;
    /// Recipes, model headers and forecasts for the Mix page. Lives as long as this.
    virtual MixClient& mix() = 0;
    /// Cancels everything; stopped() follows when no thread is at work any more.
    virtual void shutDown() = 0;

Q_SIGNALS:
    void ready(const segmoe::ui::EngineFacts& facts);
    void unavailable(const segmoe::Failure& failure);
    void progress(segmoe::ui::JobId job, const segmoe::Progress& progress);
    void preview(segmoe::ui::JobId job, const segmoe::Preview& preview);
    void routingStep(segmoe::ui::JobId job, const segmoe::RoutingStep& step);
    void imageDone(segmoe::ui::JobId job, int image, const segmoe::RenderedImage& picture);
    void workFinished(segmoe::ui::JobId job, const segmoe::ui::WorkReport& report);
    void described(const QString& model, const segmoe::ModelSummary& summary);
    void refused(const QString& model, const segmoe::Failure& failure);
    void forecast(const segmoe::MemoryForecast& forecast);
    void forecasts(const std::vector<segmoe::MemoryForecast>& forecasts);
    void promptCounted(int box, const QString& prompt, const segmoe::PromptCount& count);
    void forecastFailed(const segmoe::Failure& failure);
    /// `unsaved`: what the format had no room for.
    void saved(const QString& file, const segmoe::UnsavedMetadata& unsaved);
    void saveFailed(const QString& file, const segmoe::Failure& failure);
    /// What is in memory between jobs: before each workFinished(), and when something was let go.
    void residentChanged(const std::vector<segmoe::ResidentModel>& models);
    void captureRead(const QString& file, const segmoe::RenderedImage& image);
    void captureWritten(const QString& file);
    void captureFailed(const QString& file, const segmoe::Failure& failure);
    void stopped();

private:
    EngineFacts m_facts;
};

}  // namespace segmoe::ui
