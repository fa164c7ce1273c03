// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/mix_reader.h"

#include <QFileInfo>
#include <QSaveFile>

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

RecipeText unavailable(const Error& error) {
    RecipeText text;
    text.isReadable = false;
    text.code = error.code();
    text.mistakes.push_back({0, 0, {}, error.what()});
    return text;
}

}  // namespace

MixReader::MixReader(BackendFactory factory) : m_factory(std::move(factory)) {}

MixReader::~MixReader() = default;

EngineBackend& MixReader::backend() {
    if (!m_backend) m_backend = m_factory();
    return *m_backend;
}

void MixReader::findStarter() {
    try {
        const auto folder = backend().starterFolder();
        Q_EMIT starterFound(folder ? pathText(*folder) : QString());
    } catch (const Error&) {
        return;  // the window says already that there is no engine
    }
}

MixTools& MixReader::tools() {
    if (!m_tools) m_tools = backend().mixTools();
    if (!m_tools) throw Error(ErrorCode::NotAvailable, "This engine cannot read recipes.");
    return *m_tools;
}

void MixReader::lookUp(const QString& source, const QString& folder) {
    try {
        Q_EMIT found(source, folder, tools().lookUp(source.toStdString(), toPath(folder)));
    } catch (const Error& error) {
        SourceAnswer answer;
        answer.facts.role = ModelRole::Refused;
        answer.facts.refusal = failureOf(error);
        Q_EMIT found(source, folder, answer);
    }
}

void MixReader::readText(quint64 id, const QString& yaml, const QString& name, const QString& folder) {
    try {
        Q_EMIT recipeRead(id, tools().readText(yaml.toStdString(), name.toStdString(), toPath(folder)));
    } catch (const Error& error) {
        Q_EMIT recipeRead(id, unavailable(error));
    }
}

void MixReader::readFile(quint64 id, const QString& file) {
    try {
        Q_EMIT recipeRead(id, tools().readFile(toPath(file)));
    } catch (const Error& error) {
        Q_EMIT recipeRead(id, unavailable(error));
    }
}

void MixReader::fitLora(const QString& lora, const QString& model) {
    try {
        Q_EMIT loraFitted(lora, model, tools().fit(toPath(lora), toPath(model)));
    } catch (const Error&) {
        return;  // a file that cannot be read has a check of its own
    }
}

void MixReader::writeText(quint64 id, const MixRecipe& recipe) {
    try {
        Q_EMIT textWritten(id, toText(tools().writeText(recipe)));
    } catch (const Error& error) {
        Q_EMIT textWritten(id, QString(u'#') + toText(error.what()));
    }
}

void MixReader::writeFile(quint64 id, const MixRecipe& recipe, const QString& file) {
    try {
        const std::string yaml = tools().writeText(recipe);
        QSaveFile out(file);
        const bool isWritten =
            out.open(QIODevice::WriteOnly) &&
            out.write(yaml.data(), static_cast<qint64>(yaml.size())) == static_cast<qint64>(yaml.size()) &&
            out.commit();
        Q_EMIT fileWritten(id, file, isWritten ? QString() : out.errorString());
    } catch (const Error& error) {
        Q_EMIT fileWritten(id, file, toText(error.what()));
    }
}

void MixReader::forecast(quint64 id, const RenderRequest& request) {
    if (id < m_newestForecast.load(std::memory_order_relaxed)) return;
    try {
        Q_EMIT forecastReady(id, tools().forecast(request));
    } catch (const Error& error) {
        Q_EMIT forecastFailed(id, failureOf(error));
    }
}

}  // namespace segmoe::ui
