// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/gallery_client.h"

#include "ui/bridge/gallery_worker.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

GalleryClient::GalleryClient(EngineClient::GalleryFactory factory, const QString& index, QObject* parent)
    : QObject(parent), m_worker(new GalleryWorker(std::move(factory), index, *this)) {
    m_thread.setObjectName(u"gallery"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

GalleryClient::~GalleryClient() {
    m_worker->stop();
    m_thread.quit();
    m_thread.wait();
}

template <class Work>
void GalleryClient::post(Work work) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); });
}

GalleryQuestion GalleryClient::readPage(const GalleryFilter& filter, const std::optional<GalleryItem>& last,
                                        int limit) {
    const quint64 question = ++m_lastQuestion;
    m_worker->announce(question, last.has_value());
    post([=](GalleryWorker& worker) { worker.readPage(question, filter, last, limit); });
    return GalleryQuestion{question};
}

void GalleryClient::readModels() {
    post([](GalleryWorker& worker) { worker.readModels(); });
}

void GalleryClient::addFolder(const QString& folder) {
    post([folder](GalleryWorker& worker) { worker.addFolder(folder); });
}

void GalleryClient::addFiles(const QStringList& files) {
    post([files](GalleryWorker& worker) { worker.addFiles(files); });
}

void GalleryClient::forgetFolder(const QString& folder) {
    post([folder](GalleryWorker& worker) { worker.forgetFolder(folder); });
}

void GalleryClient::refreshFolders() {
    post([](GalleryWorker& worker) { worker.refreshFolders(); });
}

void GalleryClient::setStar(const GalleryIds& ids, bool star) {
    post([ids, star](GalleryWorker& worker) { worker.setStar(ids, star); });
}

void GalleryClient::setFileStar(const QString& file, bool star) {
    post([file, star](GalleryWorker& worker) { worker.setFileStar(file, star); });
}

void GalleryClient::forget(const GalleryIds& ids) {
    post([ids](GalleryWorker& worker) { worker.forget(ids); });
}

void GalleryClient::trash(const GalleryIds& ids) {
    post([ids](GalleryWorker& worker) { worker.trash(ids); });
}

void GalleryClient::undoTrash(quint64 number) {
    post([number](GalleryWorker& worker) { worker.undoTrash(number); });
}

}  // namespace segmoe::ui
