// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_reader.h"

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/device_title.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

ModelReader::ModelReader(BackendFactory factory) : m_factory(std::move(factory)) {}

ModelReader::~ModelReader() = default;

EngineBackend& ModelReader::backend() {
    if (!m_backend) m_backend = m_factory();
    return *m_backend;
}

void ModelReader::open() {
    try {
        EngineFacts facts;
        for (const std::string& device : backend().devices()) {
            facts.devices << toText(device);
            deviceTitle(facts.devices.back());  // starts the driver's library, which takes a moment, on this thread
        }
        if (const auto folder = backend().starterFolder()) facts.starterFolder = pathText(*folder);
        facts.build = toText(backend().buildText());
        Q_EMIT ready(facts);
    } catch (const Error& error) {
        Q_EMIT unavailable(failureOf(error));
    }
}

void ModelReader::describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe) {
    try {
        Q_EMIT described(model, recipe ? backend().summarizeRecipe(*recipe) : backend().summarize(model.toStdString()));
    } catch (const Error& error) {
        Q_EMIT refused(model, failureOf(error));
    }
}

void ModelReader::forecast(quint64 question, const RenderRequest& request) {
    if (question < m_newestForecast.load(std::memory_order_relaxed)) return;
    try {
        Q_EMIT forecastReady(backend().forecast(request));
    } catch (const Error& error) {
        Q_EMIT forecastFailed(failureOf(error));
    }
}

void ModelReader::forecastAll(const std::vector<RenderRequest>& requests) {
    std::vector<MemoryForecast> forecasts;
    for (const RenderRequest& request : requests) {
        try {
            forecasts.push_back(backend().forecast(request));
        } catch (const Error&) {
            forecasts.emplace_back();  // one way less to offer
        }
    }
    Q_EMIT forecastsReady(forecasts);
}

void ModelReader::countPrompt(int box, const PromptQuestion& question) {
    try {
        Q_EMIT promptCounted(box, QString::fromStdString(question.prompt), backend().countPrompt(question));
    } catch (const Error&) {
        // A model without a vocabulary is told where it is chosen.
    }
}

void ModelReader::setMemoryPercent(int percent) {
    try {
        backend().setMemoryPercent(percent);
    } catch (const Error&) {
        // An engine that cannot be loaded has told so already, and forecasts nothing.
    }
}

void ModelReader::savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving) {
    try {
        const UnsavedMetadata unsaved = backend().savePicture(image, toPath(file), saving);
        Q_EMIT saved(file, unsaved);
    } catch (const Error& error) {
        Q_EMIT saveFailed(file, failureOf(error));
    }
}

void ModelReader::readCapture(const QString& file) {
    try {
        Q_EMIT captureRead(file, backend().readCapture(toPath(file)));
    } catch (const Error& error) {
        Q_EMIT captureFailed(file, failureOf(error));
    }
}

void ModelReader::writeCapture(const RenderedImage& image, const QString& file, bool withPicture) {
    try {
        backend().writeCapture(image, toPath(file), withPicture);
        Q_EMIT captureWritten(file);
    } catch (const Error& error) {
        Q_EMIT captureFailed(file, failureOf(error));
    }
}

}  // namespace segmoe::ui
