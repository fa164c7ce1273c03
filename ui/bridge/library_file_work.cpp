// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// LibraryWorker: reading digests in the background, and what is done to files.
#include <algorithm>

#include <QFile>

#include "ui/bridge/library_worker.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/thread_priority.h"

namespace segmoe::ui {

namespace {

std::vector<std::filesystem::path> pathsOf(const QStringList& files) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files) paths.push_back(toPath(file));
    return paths;
}

}  // namespace

void LibraryWorker::setIdentifying(bool on) {
    m_identifies = on;
    if (on) return identify();
    m_background.reset();
    m_left = 0;
    Q_EMIT identifying(0);
}

/// Begins with what is not known now; what runs already is let run, and asked for the rest when it ends.
void LibraryWorker::identify() {
    if (!m_identifies || !m_library || m_background) return;
    m_hasNewFiles = false;
    const int round = ++m_round;
    // Called on the thread that reads: everything is sent over here.
    const auto later = [this, round](auto&& act) {
        QMetaObject::invokeMethod(
            this,
            [this, round, act] {
                if (round == m_round && m_background) act();
            },
            Qt::QueuedConnection);
    };
    DigestWatch watch;
    watch.paused = m_rest;
    watch.begun = [] { giveWayToOthers(); };
    watch.read = [this, later](const std::filesystem::path& file, const FileDigests& digests) {
        later([this, model = pathText(file), digests] { takeDigests(model, digests); });
    };
    watch.ended = [this, later] {
        later([this] {
            m_background.reset();
            m_left = 0;
            Q_EMIT identifying(0);
            if (m_hasNewFiles) identify();
        });
    };
    guarded({}, [&] {
        auto files = library().unidentified();
        m_left = static_cast<int>(files.size());
        if (!files.empty()) m_background = library().identify(std::move(files), std::move(watch));
    });
    Q_EMIT identifying(m_left);
}

void LibraryWorker::takeDigests(const QString& model, const FileDigests& digests) {
    guarded(model, [&] { library().noteDigests(toPath(model), digests); });
    m_left = std::max(1, m_left - 1);  // the last one is told when all have ended
    Q_EMIT hashed(model, toText(digests.sha256), toText(autoV3(digests)));
    Q_EMIT identifying(m_left);
}

void LibraryWorker::fileWork(const QString& what, const std::function<void()>& work) {
    guarded(what, work);
    Q_EMIT fileWorkEnded();
}

void LibraryWorker::findCopies(const QString& model) {
    guarded(model, [&] { Q_EMIT copiesFound(model, library().copiesOf(toPath(model))); });
}

void LibraryWorker::joinCopies(const QString& keep, const QStringList& copies, const CancelToken& cancel) {
    fileWork(keep, [&] {
        const auto progress = throttled([this](double fraction) { Q_EMIT fileWorkProgressed(fraction); });
        qint64 freed = 0;
        int joined = 0;
        // One after another, so that what was joined before a failure or a stop is told.
        const auto tell = [&] {
            if (joined == 0) return;
            Q_EMIT copiesJoined(joined, freed);
            tellModels();
        };
        try {
            for (const QString& copy : copies) {
                const auto part = [&](const Progress& value) {
                    Progress whole = value;
                    whole.fraction = (joined + value.fraction) / static_cast<double>(copies.size());
                    progress(whole);
                };
                freed += library().joinCopies(toPath(keep), {toPath(copy)}, part, cancel);
                ++joined;
            }
        } catch (...) {
            tell();
            throw;
        }
        tell();
    });
}

void LibraryWorker::trashCopies(const QString& keep, const QStringList& copies, const CancelToken& cancel) {
    fileWork(keep, [&] {
        const auto progress = throttled([this](double fraction) { Q_EMIT fileWorkProgressed(fraction); });
        library().checkCopies(toPath(keep), pathsOf(copies), progress, cancel);
        QStringList gone, inTrash;
        QString stuck;
        for (const QString& copy : copies) {
            QString place;
            if (!QFile::moveToTrash(copy, &place)) {
                stuck = copy;
                break;
            }
            library().forget(toPath(copy));
            gone << copy;
            inTrash << place;
        }
        Q_EMIT copiesTrashed(gone, inTrash);
        Q_EMIT rootsChanged(library().roots());
        tellModels();
        if (!stuck.isEmpty()) throwNoTrash(stuck);
    });
}

void LibraryWorker::move(const QString& model, const QString& folder, const CancelToken& cancel) {
    fileWork(model, [&] {
        const auto progress = throttled([this](double fraction) { Q_EMIT fileWorkProgressed(fraction); });
        const auto place = library().move(toPath(model), toPath(folder), progress, cancel);
        Q_EMIT rootsChanged(library().roots());
        tellModels();
        Q_EMIT moved(model, pathText(place));
    });
}

void LibraryWorker::readHeader(const QString& model) {
    guarded(model, [&] { Q_EMIT headerRead(model, library().header(toPath(model))); });
}

void LibraryWorker::findUses(const QString& model, const QStringList& recipes) {
    guarded(model, [&] { Q_EMIT usesFound(model, library().uses(toPath(model), pathsOf(recipes))); });
}

}  // namespace segmoe::ui
