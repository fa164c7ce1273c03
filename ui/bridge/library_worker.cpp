// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/library_worker.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QFile>

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/qt_convert.h"

namespace segmoe::ui {

namespace {

constexpr qint64 kProgressMs = 100;

}  // namespace

LibraryWorker::LibraryWorker(LibraryFactory factory, KnownFoldersFunction knownFolders,
                             std::shared_ptr<const std::atomic<bool>> rest)
    : m_factory(std::move(factory)), m_knownFolders(std::move(knownFolders)), m_rest(std::move(rest)) {}

LibraryWorker::~LibraryWorker() = default;

LibraryAccess& LibraryWorker::library() {
    if (!m_library) throw Error(ErrorCode::InternalError, "The library was asked before it was opened.");
    return *m_library;
}

void LibraryWorker::guarded(const QString& what, const std::function<void()>& work) {
    try {
        work();
    } catch (const Cancelled&) {
        return;
    } catch (...) {
        Q_EMIT failed(what, caughtFailure());
    }
}

void LibraryWorker::load(const QString& folder) {
    guarded(folder, [&] {
        m_library = m_factory(toPath(folder));
        const std::vector<LibraryModel> models = library().models();
        tellGone(m_told.compare(models).gone);
        tellFound(models);
        Q_EMIT loaded(library().roots(), library().wasRebuilt());
    });
    identify();
}

void LibraryWorker::tellModels() {
    const ToldModels::News news = m_told.compare(library().models());
    tellGone(news.gone);
    tellFound(news.found);
}

void LibraryWorker::tellFound(std::span<const LibraryModel> models) {
    while (!models.empty()) {
        const auto batch = models.first(std::min(models.size(), kMostModelsAtOnce));
        Q_EMIT modelsFound({batch.begin(), batch.end()});
        models = models.subspan(batch.size());
    }
}

void LibraryWorker::tellGone(const QStringList& models) {
    constexpr auto kMost = static_cast<qsizetype>(kMostModelsAtOnce);
    for (qsizetype first = 0; first < models.size(); first += kMost) Q_EMIT modelsGone(models.mid(first, kMost));
}

void LibraryWorker::addRoot(const QString& folder, bool isForeign) {
    guarded(folder, [&] {
        library().addRoot(toPath(folder), isForeign);
        Q_EMIT rootsChanged(library().roots());
    });
}

void LibraryWorker::removeRoot(const QString& folder) {
    guarded(folder, [&] {
        library().removeRoot(toPath(folder));
        Q_EMIT rootsChanged(library().roots());
        tellModels();
    });
}

void LibraryWorker::setRootEnabled(const QString& folder, bool enabled) {
    guarded(folder, [&] {
        library().setRootEnabled(toPath(folder), enabled);
        Q_EMIT rootsChanged(library().roots());
    });
}

void LibraryWorker::scan(const QString& onlyRoot, const CancelToken& cancel) {
    Q_EMIT scanStarted();
    QElapsedTimer clock;
    clock.start();
    qint64 last = -kProgressMs;
    LibraryScanReport report;
    bool stopped = false;
    LibraryScanEvents events;
    events.progress = [&](int done, int read) {
        report.models = done;
        report.read = read;
        if (clock.elapsed() - last < kProgressMs) return;
        last = clock.elapsed();
        Q_EMIT scanProgressed(done, read);
    };
    events.batch = [this](const std::vector<LibraryModel>& models) {
        m_told.note(models);
        tellFound(models);
    };
    guarded(onlyRoot, [&] {
        try {
            report = library().scan(events, cancel, toPath(onlyRoot));
        } catch (const Cancelled&) {
            stopped = true;
        }
        Q_EMIT rootsChanged(library().roots());
        tellModels();
    });
    Q_EMIT scanFinished(report, stopped);
    m_hasNewFiles = true;
    identify();
}

ProgressSink LibraryWorker::throttled(std::function<void(double fraction)> tell) {
    QElapsedTimer clock;
    clock.start();
    return [clock, last = -kProgressMs, tell = std::move(tell)](const Progress& value) mutable {
        if (clock.elapsed() - last < kProgressMs) return;
        last = clock.elapsed();
        tell(value.fraction);
    };
}

void LibraryWorker::hash(const QString& model, const CancelToken& cancel) {
    guarded(model, [&] {
        cancel.check();
        const auto progress = throttled([&](double fraction) { Q_EMIT hashProgressed(model, fraction); });
        const FileDigests digests = library().hash(toPath(model), progress, cancel);
        Q_EMIT hashed(model, toText(digests.sha256), toText(autoV3(digests)));
    });
}

void LibraryWorker::edit(const std::function<void(LibraryAccess&)>& act) {
    guarded({}, [&] { act(library()); });
}

void LibraryWorker::throwNoTrash(const QString& model) {
    throw Error(ErrorCode::NotWritable,
                "'" + model.toStdString() + "' could not be moved to the trash. Delete it in the file manager.");
}

void LibraryWorker::trash(const QString& model) {
    guarded(model, [&] {
        QString inTrash;
        if (!QFile::moveToTrash(model, &inTrash)) throwNoTrash(model);
        library().forget(toPath(model));
        Q_EMIT trashed(model, inTrash);
        Q_EMIT rootsChanged(library().roots());
    });
}

void LibraryWorker::findKnownFolders() {
    guarded({}, [this] { Q_EMIT knownFolders(m_knownFolders()); });
}

}  // namespace segmoe::ui
