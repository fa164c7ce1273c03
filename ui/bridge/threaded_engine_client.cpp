// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_engine_client.h"

#include "ui/bridge/engine_worker.h"
#include "ui/bridge/model_reader.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ThreadedEngineClient::ThreadedEngineClient(const BackendFactory& factory, std::unique_ptr<SecretStore> keychain,
                                           QObject* parent)
    : EngineClient(parent),
      m_factory(factory),
      m_pictureFiles([factory] { return factory()->pictureAccess(); }),
      m_library([factory](const std::filesystem::path& folder) { return factory()->openLibrary(folder); },
                [factory] { return factory()->knownModelFolders(); }),
      m_downloads([factory](const DownloadsOptions& options) { return factory()->openDownloads(options); },
                  [factory] { return factory()->openHub(); }),
      m_hub([factory] { return factory()->openHubBrowser(); }, m_pictureFiles),
      m_accounts([factory] { return factory()->openHubAccounts(); }, std::move(keychain)),
      m_publisher([factory] { return factory()->openHubPublisher(); }),
      m_mix(factory, m_readerThread),
      m_worker(new EngineWorker(factory)),
      m_reader(new ModelReader(factory)) {
    m_renderThread.setObjectName(u"inference"_s);
    m_readerThread.setObjectName(u"model reading"_s);
    m_worker->moveToThread(&m_renderThread);
    m_reader->moveToThread(&m_readerThread);
    connect(&m_renderThread, &QThread::finished, this, &ThreadedEngineClient::threadEnded);
    connect(&m_readerThread, &QThread::finished, this, &ThreadedEngineClient::threadEnded);
    connectWorker();
    connectReader();
}

ThreadedEngineClient::~ThreadedEngineClient() {
    for (auto& [job, token] : m_running) token.cancel();
    m_renderThread.quit();
    m_readerThread.quit();
    m_renderThread.wait();
    m_readerThread.wait();
    // Not before: somebody may still call, for example when the engine gets ready after the window was closed.
    delete m_worker;
    delete m_reader;
}

void ThreadedEngineClient::connectWorker() {
    connect(m_worker, &EngineWorker::progress, this, &EngineClient::progress);
    connect(m_worker, &EngineWorker::preview, this, [this](JobId job, const Preview& value) {
        m_worker->previewTaken();
        Q_EMIT preview(job, value);
    });
    connect(m_worker, &EngineWorker::routingStep, this, &EngineClient::routingStep);
    connect(m_worker, &EngineWorker::imageDone, this, &EngineClient::imageDone);
    connect(m_worker, &EngineWorker::residentChanged, this, &EngineClient::residentChanged);
    connect(m_worker, &EngineWorker::finished, this, [this](JobId job, const WorkReport& report) {
        m_running.erase(job);
        Q_EMIT workFinished(job, report);
    });
}

void ThreadedEngineClient::connectReader() {
    connect(m_reader, &ModelReader::ready, this, &EngineClient::ready);
    connect(m_reader, &ModelReader::unavailable, this, &EngineClient::unavailable);
    connect(m_reader, &ModelReader::described, this, &EngineClient::described);
    connect(m_reader, &ModelReader::refused, this, &EngineClient::refused);
    connect(m_reader, &ModelReader::forecastReady, this, &EngineClient::forecast);
    connect(m_reader, &ModelReader::forecastsReady, this, &EngineClient::forecasts);
    connect(m_reader, &ModelReader::promptCounted, this, &EngineClient::promptCounted);
    connect(m_reader, &ModelReader::forecastFailed, this, &EngineClient::forecastFailed);
    connect(m_reader, &ModelReader::saved, this, &EngineClient::saved);
    connect(m_reader, &ModelReader::saveFailed, this, &EngineClient::saveFailed);
    connect(m_reader, &ModelReader::captureRead, this, &EngineClient::captureRead);
    connect(m_reader, &ModelReader::captureWritten, this, &EngineClient::captureWritten);
    connect(m_reader, &ModelReader::captureFailed, this, &EngineClient::captureFailed);
}

void ThreadedEngineClient::start() {
    if (m_started || m_shuttingDown) return;
    m_started = true;
    m_threadsLeft = 2;
    m_readerThread.start();
    m_renderThread.start();
    QMetaObject::invokeMethod(m_reader, &ModelReader::open);
}

JobId ThreadedEngineClient::submit(EngineWork work) {
    const JobId job{++m_lastJob};
    const CancelToken token;
    m_running.emplace(job, token);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job, work = std::move(work), token] { worker->run(job, work, token); });
    return job;
}

void ThreadedEngineClient::setPreviewInterval(int milliseconds) { m_worker->setPreviewInterval(milliseconds); }

void ThreadedEngineClient::setThreads(int threads) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, threads] { worker->setThreads(threads); });
}

void ThreadedEngineClient::setMemoryPercent(int percent) {
    // On the thread that forecasts: what is asked after this counts with it. The limit is that of the whole process.
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, percent] { reader->setMemoryPercent(percent); });
}

void ThreadedEngineClient::lowerPriority() { QMetaObject::invokeMethod(m_worker, &EngineWorker::lowerPriority); }

void ThreadedEngineClient::unloadModels() { QMetaObject::invokeMethod(m_worker, &EngineWorker::unload); }

void ThreadedEngineClient::unloadModel(quint64 model) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, model] { worker->unloadModel(model); });
}

void ThreadedEngineClient::cancel(JobId job) {
    if (const auto found = m_running.find(job); found != m_running.end()) found->second.cancel();
}

void ThreadedEngineClient::describe(const QString& model, const std::shared_ptr<const MixRecipe>& recipe) {
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, model, recipe] { reader->describe(model, recipe); });
}

void ThreadedEngineClient::requestForecasts(const std::vector<RenderRequest>& requests) {
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, requests] { reader->forecastAll(requests); });
}

void ThreadedEngineClient::countPrompt(int box, const PromptQuestion& question) {
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, box, question] { reader->countPrompt(box, question); });
}

void ThreadedEngineClient::requestForecast(const RenderRequest& request) {
    const quint64 question = ++m_lastForecast;
    m_reader->announceForecast(question);
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, question, request] { reader->forecast(question, request); });
}

void ThreadedEngineClient::savePicture(const RenderedImage& image, const QString& file, const PictureSaving& saving) {
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, image, file, saving] { reader->savePicture(image, file, saving); });
}

EngineClient::GalleryFactory ThreadedEngineClient::galleryFactory() {
    return [factory = m_factory](const QString& index) { return factory()->openGallery(toPath(index)); };
}

void ThreadedEngineClient::readCapture(const QString& file) {
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, file] { reader->readCapture(file); });
}

void ThreadedEngineClient::writeCapture(const RenderedImage& image, const QString& file, bool withPicture) {
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, image, file, withPicture] { reader->writeCapture(image, file, withPicture); });
}

void ThreadedEngineClient::shutDown() {
    if (m_shuttingDown) return;
    m_shuttingDown = true;
    for (auto& [job, token] : m_running) token.cancel();
    if (m_threadsLeft == 0) {
        Q_EMIT stopped();
        return;
    }
    m_renderThread.quit();
    m_readerThread.quit();
}

void ThreadedEngineClient::threadEnded() {
    if (--m_threadsLeft == 0 && m_shuttingDown) Q_EMIT stopped();
}

}  // namespace segmoe::ui
