// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_mix_client.h"

#include <QThread>

namespace segmoe::ui {

ThreadedMixClient::ThreadedMixClient(const BackendFactory& factory, QThread& reader, QObject* parent)
    : MixClient(parent), m_worker(new MixReader(factory)) {
    m_worker->moveToThread(&reader);
    connect(m_worker, &MixReader::starterFound, this, &MixClient::starterFound);
    connect(m_worker, &MixReader::found, this, &MixClient::found);
    connect(m_worker, &MixReader::loraFitted, this, &MixClient::loraFitted);
    connect(m_worker, &MixReader::recipeRead, this, &MixClient::recipeRead);
    connect(m_worker, &MixReader::textWritten, this, &MixClient::textWritten);
    connect(m_worker, &MixReader::fileWritten, this, &MixClient::fileWritten);
    connect(m_worker, &MixReader::forecastReady, this, &MixClient::forecastReady);
    connect(m_worker, &MixReader::forecastFailed, this, &MixClient::forecastFailed);
}

// Not before, with its thread: somebody may still ask.
ThreadedMixClient::~ThreadedMixClient() { delete m_worker; }

template <class F>
void ThreadedMixClient::ask(F question) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, question] { question(*worker); });
}

void ThreadedMixClient::findStarter() {
    ask([](MixReader& reader) { reader.findStarter(); });
}

void ThreadedMixClient::lookUp(const QString& source, const QString& folder) {
    ask([=](MixReader& reader) { reader.lookUp(source, folder); });
}

void ThreadedMixClient::readText(quint64 id, const QString& yaml, const QString& name, const QString& folder) {
    ask([=](MixReader& reader) { reader.readText(id, yaml, name, folder); });
}

void ThreadedMixClient::readFile(quint64 id, const QString& file) {
    ask([=](MixReader& reader) { reader.readFile(id, file); });
}

void ThreadedMixClient::fitLora(const QString& lora, const QString& model) {
    ask([=](MixReader& reader) { reader.fitLora(lora, model); });
}

void ThreadedMixClient::writeText(quint64 id, const MixRecipe& recipe) {
    ask([=](MixReader& reader) { reader.writeText(id, recipe); });
}

void ThreadedMixClient::writeFile(quint64 id, const MixRecipe& recipe, const QString& file) {
    ask([=](MixReader& reader) { reader.writeFile(id, recipe, file); });
}

void ThreadedMixClient::forecast(quint64 id, const RenderRequest& request) {
    m_worker->announceForecast(id);
    ask([=](MixReader& reader) { reader.forecast(id, request); });
}

}  // namespace segmoe::ui
