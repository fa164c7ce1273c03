// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_mix_client.h"

#include <utility>

namespace segmoe::ui {

namespace {

RecipeText unreadable() {
    RecipeText text;
    text.isReadable = false;
    text.code = ErrorCode::FileMissing;
    text.mistakes.push_back({0, 0, {}, "There is no such recipe."});
    return text;
}

}  // namespace

void ScriptedMixClient::answer(const QString& source, const QString& folder) {
    SourceAnswer value;
    value.isMissing = true;
    if (const auto known = sources.find(source); known != sources.end()) value = known->second;
    Q_EMIT found(source, folder, value);
}

void ScriptedMixClient::lookUp(const QString& source, const QString& folder) {
    if (isHolding)
        m_held.emplace_back(source, folder);
    else
        QMetaObject::invokeMethod(
            this, [this, source, folder] { answer(source, folder); }, Qt::QueuedConnection);
}

void ScriptedMixClient::release() {
    isHolding = false;
    for (const auto& [source, folder] : std::exchange(m_held, {})) answer(source, folder);
}

void ScriptedMixClient::readText(quint64 id, const QString& text, const QString&, const QString&) {
    const auto known = texts.find(text);
    Q_EMIT recipeRead(id, known == texts.end() ? unreadable() : known->second);
}

void ScriptedMixClient::readFile(quint64 id, const QString& file) {
    const auto known = files.find(file);
    Q_EMIT recipeRead(id, known == files.end() ? unreadable() : known->second);
}

void ScriptedMixClient::fitLora(const QString& lora, const QString& model) { Q_EMIT loraFitted(lora, model, fit); }

void ScriptedMixClient::writeText(quint64 id, const MixRecipe&) { Q_EMIT textWritten(id, yaml); }

void ScriptedMixClient::writeFile(quint64 id, const MixRecipe& recipe, const QString& file) {
    written[file] = recipe;
    Q_EMIT fileWritten(id, file, {});
}

void ScriptedMixClient::forecast(quint64 id, const RenderRequest& request) {
    if (memoryOf)
        Q_EMIT forecastReady(id, memoryOf(request));
    else if (memory)
        Q_EMIT forecastReady(id, *memory);
}

}  // namespace segmoe::ui
