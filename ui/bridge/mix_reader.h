// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include "ui/bridge/engine_backend.h"
#include "ui/bridge/mix_client.h"

namespace segmoe::ui {

/// Lives on the reading thread and answers the Mix page's questions.
class MixReader : public QObject {
    Q_OBJECT
public:
    explicit MixReader(BackendFactory factory);
    ~MixReader() override;

    void findStarter();
    void lookUp(const QString& source, const QString& folder);
    void readText(quint64 id, const QString& yaml, const QString& name, const QString& folder);
    void readFile(quint64 id, const QString& file);
    void fitLora(const QString& lora, const QString& model);
    void writeText(quint64 id, const MixRecipe& recipe);
    void writeFile(quint64 id, const MixRecipe& recipe, const QString& file);
    void forecast(quint64 id, const RenderRequest& request);
    /// Thread-safe; forecasts with a smaller id are skipped.
    void announceForecast(quint64 id) { m_newestForecast.store(id, std::memory_order_relaxed); }

Q_SIGNALS:
    void starterFound(const QString& folder);
    void found(const QString& source, const QString& folder, const segmoe::ui::SourceAnswer& answer);
    void loraFitted(const QString& lora, const QString& model, const segmoe::LoraFit& fit);
    void recipeRead(quint64 id, const segmoe::RecipeText& text);
    void textWritten(quint64 id, const QString& yaml);
    void fileWritten(quint64 id, const QString& file, const QString& problem);
    void forecastReady(quint64 id, const segmoe::MemoryForecast& forecast);
    void forecastFailed(quint64 id, const segmoe::Failure& failure);

private:
    EngineBackend& backend();
    MixTools& tools();

    BackendFactory m_factory;
    std::unique_ptr<EngineBackend> m_backend;
    std::unique_ptr<MixTools> m_tools;
    std::atomic<quint64> m_newestForecast{0};
};

}  // namespace segmoe::ui
