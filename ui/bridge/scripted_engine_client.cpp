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

void ScriptedEngineClient::describe(const QString& model, const std::shared_ptr<const MixRecipe>&) {
    if (const auto found = models.find(model); found != models.end())
        Q_EMIT described(model, found->second);
    else
        Q_EMIT refused(
            model,
            refusal.value_or(Failure{
                ErrorCode::FileMissing, "There is no model at '" + model.toStdString() + "'. Check the path.", {}}));
}

void ScriptedEngineClient::requestForecast(const RenderRequest& request) {
    if (memoryOf)
        Q_EMIT forecast(memoryOf(request));
    else if (memory)
        Q_EMIT forecast(*memory);
}

void ScriptedEngineClient::requestForecasts(const std::vector<RenderRequest>& asked) {
    std::vector<MemoryForecast> answers;
    for (const RenderRequest& request : asked)
        answers.push_back(memoryOf ? memoryOf(request) : memory.value_or(MemoryForecast{}));
    Q_EMIT forecasts(answers);
}

void ScriptedEngineClient::countPrompt(int box, const PromptQuestion& question) {
    const QString prompt = QString::fromStdString(question.prompt);
    PromptCount count = countOf ? countOf(question) : PromptCount{};
    if (!countOf) {
        // Words are close enough to tokens here.
        count.tokens = static_cast<int>(prompt.split(u' ', Qt::SkipEmptyParts).size());
        count.parts = count.tokens / 75 + 1;
    }
    Q_EMIT promptCounted(box, prompt, count);
}

void ScriptedEngineClient::savePicture(const RenderedImage&, const QString& file, const PictureSaving& saving) {
    savedFiles << file;
    savings.push_back(saving);
    Q_EMIT saved(file, {});
}

void ScriptedEngineClient::readCapture(const QString& file) {
    if (isReadingForever) return;
    if (const auto found = captures.find(file); found != captures.end())
        Q_EMIT captureRead(file, found->second);
    else
        Q_EMIT captureFailed(
            file, {ErrorCode::CaptureInvalid, "'" + file.toStdString() + "' is not a capture. Choose another file.",
                   "no header"});
}

void ScriptedEngineClient::writeCapture(const RenderedImage& image, const QString& file, bool withPicture) {
    RenderedImage& kept = captures[file] = image;
    if (!withPicture) kept.picture = {};
    Q_EMIT captureWritten(file);
}

void ScriptedEngineClient::unloadModels() { setResident({}); }

void ScriptedEngineClient::unloadModel(quint64 model) {
    std::erase_if(m_resident, [model](const ResidentModel& own) { return own.id == model; });
    Q_EMIT residentChanged(m_resident);
}

void ScriptedEngineClient::setResident(std::vector<ResidentModel> models) {
    m_resident = std::move(models);
    Q_EMIT residentChanged(m_resident);
}

EngineClient::GalleryFactory ScriptedEngineClient::galleryFactory() {
    return [items = galleryItems](const QString&) { return openSampleGallery(items); };
}

void ScriptedEngineClient::shutDown() {
    isShutDown = true;
    Q_EMIT stopped();
}

}  // namespace segmoe::ui
