// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/scripted_engine_client.h"

namespace segmoe::ui {

void ScriptedEngineClient::start() { Q_EMIT ready(facts); }

JobId ScriptedEngineClient::submit(EngineWork work) {
    if (const auto* render = std::get_if<RenderWork>(&work)) requests.push_back(render->request);
    works.push_back(std::move(work));
    return JobId{++m_lastJob};
}

void ScriptedEngineClient::cancel(JobId job) { cancelled.push_back(job); }

void ScriptedEngineClient::describe(const QString& model) {
    if (const auto found = models.find(model); found != models.end())
        Q_EMIT described(model, found->second);
    else
        Q_EMIT refused(
            model, {ErrorCode::FileMissing, "There is no model at '" + model.toStdString() + "'. Check the path.", {}});
}

void ScriptedEngineClient::requestForecast(const RenderRequest&) {
    if (memory) Q_EMIT forecast(*memory);
}

void ScriptedEngineClient::savePicture(const RenderedImage&, const QString& file, const PictureSaving&) {
    savedFiles << file;
    Q_EMIT saved(file, {});
}

void ScriptedEngineClient::shutDown() {
    isShutDown = true;
    Q_EMIT stopped();
}

}  // namespace segmoe::ui
