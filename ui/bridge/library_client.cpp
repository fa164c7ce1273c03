// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/library_client.h"

#include <type_traits>
#include <utility>

#include "ui/bridge/library_worker.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ThreadedLibraryClient::ThreadedLibraryClient(LibraryFactory factory, KnownFoldersFunction knownFolders, QObject* parent)
    : LibraryClient(parent), m_worker(new LibraryWorker(std::move(factory), std::move(knownFolders), m_rest)) {
    m_thread.setObjectName(u"library"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
}

template <class... Args>
void ThreadedLibraryClient::handOn(void (LibraryWorker::*from)(Args...), void (LibraryClient::*to)(Args...)) {
    connect(m_worker, from, this, [this, to](const std::decay_t<Args>&... args) {
        m_turns.add([this, to, args...] { Q_EMIT(this->*to)(args...); });
    });
}

void ThreadedLibraryClient::connectWorker() {
    handOn(&LibraryWorker::loaded, &LibraryClient::loaded);
    handOn(&LibraryWorker::rootsChanged, &LibraryClient::rootsChanged);
    handOn(&LibraryWorker::modelsFound, &LibraryClient::modelsFound);
    handOn(&LibraryWorker::modelsGone, &LibraryClient::modelsGone);
    handOn(&LibraryWorker::scanStarted, &LibraryClient::scanStarted);
    handOn(&LibraryWorker::scanProgressed, &LibraryClient::scanProgressed);
    connect(m_worker, &LibraryWorker::scanFinished, this, [this](const LibraryScanReport& report, bool stopped) {
        m_turns.add([this, report, stopped] { endScan(report, stopped); });
    });
    handOn(&LibraryWorker::hashProgressed, &LibraryClient::hashProgressed);
    handOn(&LibraryWorker::hashed, &LibraryClient::hashed);
    handOn(&LibraryWorker::identifying, &LibraryClient::identifying);
    handOn(&LibraryWorker::copiesFound, &LibraryClient::copiesFound);
    handOn(&LibraryWorker::fileWorkProgressed, &LibraryClient::fileWorkProgressed);
    handOn(&LibraryWorker::copiesJoined, &LibraryClient::copiesJoined);
    handOn(&LibraryWorker::copiesTrashed, &LibraryClient::copiesTrashed);
    handOn(&LibraryWorker::moved, &LibraryClient::moved);
    handOn(&LibraryWorker::fileWorkEnded, &LibraryClient::fileWorkEnded);
    handOn(&LibraryWorker::headerRead, &LibraryClient::headerRead);
    handOn(&LibraryWorker::usesFound, &LibraryClient::usesFound);
    handOn(&LibraryWorker::trashed, &LibraryClient::trashed);
    handOn(&LibraryWorker::knownFolders, &LibraryClient::knownFolders);
    handOn(&LibraryWorker::failed, &LibraryClient::failed);
}

void ThreadedLibraryClient::endScan(const LibraryScanReport& report, bool stopped) {
    m_scanning = false;
    const auto next = std::exchange(m_nextScan, std::nullopt);
    if (next) scan(*next);
    Q_EMIT scanFinished(report, stopped);
}

ThreadedLibraryClient::~ThreadedLibraryClient() {
    m_scanCancel.cancel();
    m_hashCancel.cancel();
    m_fileCancel.cancel();
    const bool ran = m_thread.isRunning();
    m_thread.quit();
    m_thread.wait();
    if (!ran) delete m_worker;
}

template <class Work>
void ThreadedLibraryClient::post(Work&& work) {
    if (!m_thread.isRunning()) m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, work = std::forward<Work>(work)] { work(*worker); });
}

void ThreadedLibraryClient::load(const QString& folder) {
    post([=](LibraryWorker& worker) { worker.load(folder); });
}

void ThreadedLibraryClient::addRoot(const QString& folder, bool isForeign) {
    post([=](LibraryWorker& worker) { worker.addRoot(folder, isForeign); });
}

void ThreadedLibraryClient::removeRoot(const QString& folder) {
    post([=](LibraryWorker& worker) { worker.removeRoot(folder); });
}

void ThreadedLibraryClient::setRootEnabled(const QString& folder, bool enabled) {
    post([=](LibraryWorker& worker) { worker.setRootEnabled(folder, enabled); });
}

void ThreadedLibraryClient::scan(const QString& onlyRoot) {
    if (m_scanning) {
        const bool isCovered = !*m_scanBegun && (m_scanned.isEmpty() || m_scanned == onlyRoot);
        if (!isCovered) m_nextScan = m_nextScan.value_or(onlyRoot) == onlyRoot ? onlyRoot : QString();
        return;
    }
    m_scanning = true;
    m_scanned = onlyRoot;
    m_scanCancel = CancelToken();
    m_scanBegun = std::make_shared<std::atomic<bool>>(false);
    post([onlyRoot, cancel = m_scanCancel, begun = m_scanBegun](LibraryWorker& worker) {
        *begun = true;
        worker.scan(onlyRoot, cancel);
    });
}

void ThreadedLibraryClient::stopScan() {
    m_nextScan.reset();
    m_scanCancel.cancel();
}

void ThreadedLibraryClient::hash(const QStringList& models) {
    if (m_hashCancel.isCancelled()) m_hashCancel = CancelToken();
    for (const QString& model : models)
        post([model, cancel = m_hashCancel](LibraryWorker& worker) { worker.hash(model, cancel); });
}

void ThreadedLibraryClient::stopHashing() { m_hashCancel.cancel(); }

void ThreadedLibraryClient::setIdentifying(bool on) {
    post([on](LibraryWorker& worker) { worker.setIdentifying(on); });
}

void ThreadedLibraryClient::findCopies(const QString& model) {
    post([=](LibraryWorker& worker) { worker.findCopies(model); });
}

CancelToken ThreadedLibraryClient::newFileWork() {
    if (m_fileCancel.isCancelled()) m_fileCancel = CancelToken();
    return m_fileCancel;
}

void ThreadedLibraryClient::joinCopies(const QString& keep, const QStringList& copies) {
    post([=, cancel = newFileWork()](LibraryWorker& worker) { worker.joinCopies(keep, copies, cancel); });
}

void ThreadedLibraryClient::trashCopies(const QString& keep, const QStringList& copies) {
    post([=, cancel = newFileWork()](LibraryWorker& worker) { worker.trashCopies(keep, copies, cancel); });
}

void ThreadedLibraryClient::move(const QString& model, const QString& folder) {
    post([=, cancel = newFileWork()](LibraryWorker& worker) { worker.move(model, folder, cancel); });
}

void ThreadedLibraryClient::readHeader(const QString& model) {
    post([=](LibraryWorker& worker) { worker.readHeader(model); });
}

void ThreadedLibraryClient::findUses(const QString& model, const QStringList& recipes) {
    post([=](LibraryWorker& worker) { worker.findUses(model, recipes); });
}

void ThreadedLibraryClient::setAlias(const QString& model, const QString& alias) {
    post([=](LibraryWorker& worker) {
        worker.edit([=](LibraryAccess& library) { library.setAlias(toPath(model), alias.toStdString()); });
    });
}

void ThreadedLibraryClient::setTags(const QString& model, const QStringList& tags) {
    std::vector<std::string> texts;
    for (const QString& tag : tags) texts.push_back(tag.toStdString());
    post([=](LibraryWorker& worker) {
        worker.edit([=](LibraryAccess& library) { library.setTags(toPath(model), texts); });
    });
}

void ThreadedLibraryClient::noteUse(const QString& model) {
    post([=](LibraryWorker& worker) { worker.edit([=](LibraryAccess& library) { library.noteUse(toPath(model)); }); });
}

void ThreadedLibraryClient::trash(const QString& model) {
    post([=](LibraryWorker& worker) { worker.trash(model); });
}

void ThreadedLibraryClient::forget(const QString& model) {
    post([=](LibraryWorker& worker) { worker.edit([=](LibraryAccess& library) { library.forget(toPath(model)); }); });
}

void ThreadedLibraryClient::findKnownFolders() {
    post([](LibraryWorker& worker) { worker.findKnownFolders(); });
}

}  // namespace segmoe::ui
