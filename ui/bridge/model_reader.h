// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "ui/bridge/engine_backend.h"
#include "ui/bridge/engine_client.h"

namespace segmoe::ui {

/// Lives on the reading thread: model headers, forecasts and picture files, so that they never wait behind a render.
class ModelReader : public QObject {
    Q_OBJECT
public:
    explicit ModelReader(BackendFactory factory);
    ~ModelReader() override;

    void open();
    void describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe);
    /// Skipped when a newer question has been announced by then.
    void forecast(quint64 question, const RenderRequest& request);
    void forecastAll(const std::vector<RenderRequest>& requests);
    void countPrompt(int box, const PromptQuestion& question);
    void savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving);
    void readCapture(const QString& file);
    void writeCapture(const RenderedImage& image, const QString& file, bool withPicture);
    void setMemoryPercent(int percent);
    /// Thread-safe; forecasts with a smaller number are skipped.
    void announceForecast(quint64 question) { m_newestForecast.store(question, std::memory_order_relaxed); }

Q_SIGNALS:
    void ready(const segmoe::ui::EngineFacts& facts);
    void unavailable(const segmoe::Failure& failure);
    void described(const QString& model, const segmoe::ModelSummary& summary);
    void refused(const QString& model, const segmoe::Failure& failure);
    void forecastReady(const segmoe::MemoryForecast& forecast);
    void forecastsReady(const std::vector<segmoe::MemoryForecast>& forecasts);
    void promptCounted(int box, const QString& prompt, const segmoe::PromptCount& count);
    void forecastFailed(const segmoe::Failure& failure);
    void saved(const QString& file, const segmoe::UnsavedMetadata& unsaved);
    void saveFailed(const QString& file, const segmoe::Failure& failure);
    void captureRead(const QString& file, const segmoe::RenderedImage& image);
    void captureWritten(const QString& file);
    void captureFailed(const QString& file, const segmoe::Failure& failure);

private:
    EngineBackend& backend();

    BackendFactory m_factory;
    std::unique_ptr<EngineBackend> m_backend;
    std::atomic<quint64> m_newestForecast{0};
};

}  // namespace segmoe::ui
