// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "ui/bridge/mix_client.h"

namespace segmoe::ui {

/// Answers from what it has been given, at once: for screenshots and tests of the Mix page.
class ScriptedMixClient : public MixClient {
    Q_OBJECT
public:
    using MixClient::MixClient;

    std::map<QString, SourceAnswer> sources;  ///< others are missing
    std::map<QString, RecipeText> files;      ///< what readFile() finds; others cannot be read
    std::map<QString, RecipeText> texts;      ///< what readText() makes of a text
    QString starter;                          ///< folder
    QString yaml;                             ///< what writeText() answers
    std::optional<MemoryForecast> memory;
    std::function<MemoryForecast(const RenderRequest&)> memoryOf;  ///< used instead, where it is there
    LoraFit fit;
    bool isHolding = false;  ///< lookUp() waits for release()

    void findStarter() override { Q_EMIT starterFound(starter); }
    void lookUp(const QString& source, const QString& folder) override;
    void readText(quint64 id, const QString& yaml, const QString& name, const QString& folder) override;
    void readFile(quint64 id, const QString& file) override;
    void fitLora(const QString& lora, const QString& model) override;
    void writeText(quint64 id, const MixRecipe& recipe) override;
    void writeFile(quint64 id, const MixRecipe& recipe, const QString& file) override;
    void forecast(quint64 id, const RenderRequest& request) override;

    void release();
    std::map<QString, MixRecipe> written;  ///< by file

private:
    void answer(const QString& source, const QString& folder);
    std::vector<std::pair<QString, QString>> m_held;
};

}  // namespace segmoe::ui
