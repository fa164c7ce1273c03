// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/threaded_download_client.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/download_worker.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

DownloadRow::State toState(DownloadState state) {
    switch (state) {
        case DownloadState::Queued: return DownloadRow::State::Queued;
        case DownloadState::Resolving: return DownloadRow::State::Resolving;
        case DownloadState::Checking: return DownloadRow::State::Checking;
        case DownloadState::Running: return DownloadRow::State::Running;
        case DownloadState::Paused: return DownloadRow::State::Paused;
        case DownloadState::Waiting: return DownloadRow::State::Waiting;
        case DownloadState::Verifying: return DownloadRow::State::Verifying;
        case DownloadState::Publishing: return DownloadRow::State::Publishing;
        case DownloadState::Done: return DownloadRow::State::Done;
        case DownloadState::Failed: return DownloadRow::State::Failed;
        case DownloadState::Cancelled: return DownloadRow::State::Cancelled;
    }
    return DownloadRow::State::Failed;
}

bool isSame(const DownloadRow& a, const DownloadRow& b) {
    return a.state == b.state && a.doneBytes == b.doneBytes && a.totalBytes == b.totalBytes && a.title == b.title &&
           a.bytesPerSecond == b.bytesPerSecond && a.secondsLeft == b.secondsLeft && a.ahead == b.ahead &&
           a.file == b.file && a.place == b.place && a.failure.has_value() == b.failure.has_value();
}

}  // namespace

DownloadRow toRow(const ModelDownload& download) {
    DownloadRow row;
    row.id = download.id;
    row.reference = toText(download.reference);
    row.title = toText(download.title);
    row.page = toText(download.page);
    row.state = toState(download.state);
    row.doneBytes = download.done;
    row.totalBytes = download.total;
    row.bytesPerSecond = download.bytesPerSecond;
    if (download.etaSeconds >= 0.0) row.secondsLeft = qRound64(download.etaSeconds);
    row.ahead = download.ahead;
    row.file = toText(download.file);
    row.place = pathText(download.place);
    row.folder = pathText(download.folder);
    row.failure = download.failure;
    if (download.waitsUntil) {
        const auto since = download.waitsUntil->time_since_epoch();
        row.waitsUntil = QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(since).count());
    }
    return row;
}

ThreadedDownloadClient::ThreadedDownloadClient(DownloadsFactory factory, HubFactory hub, QObject* parent)
    : DownloadClient(parent),
      m_worker(new DownloadWorker(std::move(factory))),
      m_plans(this, u"download plans"_s, std::move(hub)) {
    m_thread.setObjectName(u"downloads"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DownloadWorker::told, this, &ThreadedDownloadClient::take);
    connect(m_worker, &DownloadWorker::started, this, &DownloadClient::started);
    connect(m_worker, &DownloadWorker::refused, this, &DownloadClient::refused);
}

ThreadedDownloadClient::~ThreadedDownloadClient() {
    m_closing.cancel();
    const bool ran = m_thread.isRunning();
    m_thread.quit();
    m_thread.wait();
    if (!ran) delete m_worker;
}

void ThreadedDownloadClient::load(const QString& folder) {
    if (m_isLoaded) return;
    m_isLoaded = true;
    m_options.folder = toPath(folder);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, options = m_options] { worker->open(options); });
    for (auto& work : std::exchange(m_early, {})) post(std::move(work));
}

void ThreadedDownloadClient::post(std::function<void(DownloadWorker&)> work) {
    if (!m_isLoaded) return m_early.push_back(std::move(work));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); });
}

void ThreadedDownloadClient::act(std::function<void(ModelDownloads&)> work) {
    post([work = std::move(work)](DownloadWorker& worker) { worker.act(work); });
}

void ThreadedDownloadClient::get(const QString& reference, const std::optional<QString>& variant) {
    post([reference, variant](DownloadWorker& worker) { worker.get(reference, variant); });
}

void ThreadedDownloadClient::plan(const QString& reference) {
    m_plans.ask(
        [this, reference, cancel = m_closing](HubAccess& hub) -> std::function<void()> {
            return [this, reference, plan = hub.plan(reference.toStdString(), std::nullopt, cancel)] {
                Q_EMIT planned(reference, plan);
            };
        },
        [this, reference](const Failure& failure) { Q_EMIT planRefused(reference, failure); });
}

void ThreadedDownloadClient::take(const std::vector<ModelDownload>& downloads) {
    std::vector<DownloadRow> rows;
    for (const ModelDownload& download : downloads) rows.push_back(toRow(download));
    const std::vector<DownloadRow> before = std::exchange(m_rows, rows);
    const bool hasMoved = !std::ranges::equal(
        before, rows, {}, [](const DownloadRow& row) { return row.id; }, [](const DownloadRow& row) { return row.id; });
    if (hasMoved || (before.empty() && rows.empty())) Q_EMIT rowsChanged();
    std::vector<DownloadRow> arrivals;
    for (std::size_t i = 0; i < downloads.size(); ++i) {
        const DownloadRow& row = rows[i];
        if (!hasMoved && !isSame(before[i], row)) Q_EMIT rowChanged(row);
        int& known = m_arrivals[row.id];
        if (downloads[i].arrivals > std::exchange(known, downloads[i].arrivals)) arrivals.push_back(row);
    }
    for (const DownloadRow& row : arrivals) Q_EMIT arrived(row);
}

void ThreadedDownloadClient::pause(quint64 id) {
    act([id](ModelDownloads& list) { list.pause(id); });
}
void ThreadedDownloadClient::resume(quint64 id) {
    act([id](ModelDownloads& list) { list.resume(id); });
}
void ThreadedDownloadClient::startNow(quint64 id) {
    act([id](ModelDownloads& list) { list.startNow(id); });
}
void ThreadedDownloadClient::cancel(quint64 id) {
    act([id](ModelDownloads& list) { list.cancel(id); });
}
void ThreadedDownloadClient::remove(quint64 id) {
    act([id](ModelDownloads& list) { list.remove(id); });
}
void ThreadedDownloadClient::moveUp(quint64 id) {
    act([id](ModelDownloads& list) { list.move(id, -1); });
}
void ThreadedDownloadClient::moveDown(quint64 id) {
    act([id](ModelDownloads& list) { list.move(id, 1); });
}
void ThreadedDownloadClient::moveFirst(quint64 id) {
    act([id](ModelDownloads& list) { list.moveFirst(id); });
}
void ThreadedDownloadClient::pauseAll() {
    act([](ModelDownloads& list) { list.pauseAll(); });
}
void ThreadedDownloadClient::resumeAll() {
    act([](ModelDownloads& list) { list.resumeAll(); });
}
void ThreadedDownloadClient::clearDone() {
    act([](ModelDownloads& list) { list.clearDone(); });
}
void ThreadedDownloadClient::setParallel(int files) {
    m_options.parallel = files;
    if (m_isLoaded) act([files](ModelDownloads& list) { list.setParallel(files); });
}
void ThreadedDownloadClient::setLimit(qint64 bytesPerSecond) {
    m_options.limit = bytesPerSecond;
    if (m_isLoaded) act([bytesPerSecond](ModelDownloads& list) { list.setLimit(bytesPerSecond); });
}

}  // namespace segmoe::ui
