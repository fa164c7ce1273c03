// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/bridge/mix_tools.h"

namespace segmoe::ui {

/// Questions to the core about recipes and models that are no jobs. Requests return at once, answers come as signals on
/// the thread of the client and reach everybody: ids are those of newId().
class MixClient : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Never the same twice.
    quint64 newId() { return ++m_lastId; }

    /// Answers with starterFound(); no answer when the engine cannot be loaded.
    virtual void findStarter() = 0;
    virtual void lookUp(const QString& source, const QString& folder) = 0;
    virtual void readText(quint64 id, const QString& yaml, const QString& name, const QString& folder) = 0;
    virtual void readFile(quint64 id, const QString& file) = 0;
    /// How well a LoRA file fits a model; no answer when either cannot be read.
    virtual void fitLora(const QString& lora, const QString& model) = 0;
    virtual void writeText(quint64 id, const MixRecipe& recipe) = 0;
    /// Writes the recipe's text under a name that appears only when all of it is there.
    virtual void writeFile(quint64 id, const MixRecipe& recipe, const QString& file) = 0;
    /// A question with a smaller id that has not been answered yet is dropped.
    virtual void forecast(quint64 id, const RenderRequest& request) = 0;

Q_SIGNALS:
    /// Empty when the starter mixture is not installed.
    void starterFound(const QString& folder);
    void found(const QString& source, const QString& folder, const segmoe::ui::SourceAnswer& answer);
    void loraFitted(const QString& lora, const QString& model, const segmoe::LoraFit& fit);
    void recipeRead(quint64 id, const segmoe::RecipeText& text);
    void textWritten(quint64 id, const QString& yaml);
    /// problem empty = written.
    void fileWritten(quint64 id, const QString& file, const QString& problem);
    void forecastReady(quint64 id, const segmoe::MemoryForecast& forecast);
    void forecastFailed(quint64 id, const segmoe::Failure& failure);

private:
    quint64 m_lastId = 0;
};

}  // namespace segmoe::ui
