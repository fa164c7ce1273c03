// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/gallery_worker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "ui/bridge/caught_failure.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/trashed_file.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFilesPerStep = 20;
constexpr int kUndoable = 50;

}  // namespace

GalleryWorker::GalleryWorker(EngineClient::GalleryFactory factory, const QString& index, GalleryClient& client)
    : m_factory(std::move(factory)), m_index(index), m_client(client) {}

GalleryWorker::~GalleryWorker() = default;

Gallery& GalleryWorker::gallery() {
    if (!m_gallery) {
        m_gallery = m_factory(m_index);
        if (const std::string notice = m_gallery->notice(); !notice.empty())
            tell(&GalleryClient::notice, toText(notice));
    }
    return *m_gallery;
}

template <class Signal, class... Values>
void GalleryWorker::tell(Signal signal, Values... values) {
    QMetaObject::invokeMethod(&m_client, [client = &m_client, signal, values...] {
        Q_EMIT(client->*signal)(values...);
    });
}

template <class Work>
void GalleryWorker::guarded(Work work) {
    try {
        work(gallery());
    } catch (const Error& error) {
        tell(&GalleryClient::failed, failureOf(error));
    }
}

void GalleryWorker::readPage(quint64 question, const GalleryFilter& filter, const std::optional<GalleryItem>& last,
                             int limit) {
    if (question < m_newest[last.has_value()] || m_stopped) return;
    guarded([&](Gallery& gallery) {
        const GalleryItems items = gallery.page(filter, last ? &*last : nullptr, limit);
        const qint64 total = last ? -1 : gallery.count(filter);
        tell(&GalleryClient::pageRead, GalleryQuestion{question}, items, total);
    });
}

void GalleryWorker::readModels() {
    guarded([&](Gallery& gallery) {
        QStringList folders;
        for (const std::filesystem::path& folder : gallery.folders()) folders << pathText(folder);
        tell(&GalleryClient::modelsRead, gallery.models(), folders);
    });
}

void GalleryWorker::addFolder(const QString& folder) {
    try {
        begin(gallery().addFolder(toPath(folder)));
    } catch (const Error& error) {
        if (error.code() == ErrorCode::FolderMissing)
            tell(&GalleryClient::folderMissing, folder);
        else
            tell(&GalleryClient::failed, failureOf(error));
    }
}

void GalleryWorker::addFiles(const QStringList& files) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files) paths.push_back(toPath(file));
    guarded([&](Gallery& gallery) { begin(gallery.addFiles(std::move(paths))); });
}

void GalleryWorker::forgetFolder(const QString& folder) {
    guarded([&](Gallery& gallery) {
        gallery.removeFolder(toPath(folder));
        tell(&GalleryClient::folderForgotten, folder);
    });
}

void GalleryWorker::refreshFolders() {
    guarded([&](Gallery& gallery) {
        for (const std::filesystem::path& folder : gallery.folders()) addFolder(pathText(folder));
    });
}

void GalleryWorker::begin(std::unique_ptr<GalleryImport> import) {
    m_imports.push_back(std::move(import));
    if (m_imports.size() == 1) QMetaObject::invokeMethod(this, &GalleryWorker::importStep, Qt::QueuedConnection);
}

void GalleryWorker::importStep() {
    if (m_imports.empty() || m_stopped) return;
    GalleryImport::Step step;
    step.done = true;
    guarded([&](Gallery&) { step = m_imports.front()->step(kFilesPerStep); });
    for (const std::filesystem::path& file : step.unreadable) m_unreadable << pathText(file);
    if (!step.added.empty()) tell(&GalleryClient::imported, step.added, static_cast<qint64>(step.seen));
    if (step.done) m_imports.pop_front();
    if (m_imports.empty()) {
        tell(&GalleryClient::importEnded, m_unreadable);
        m_unreadable.clear();
        return;
    }
    // Queued: questions that came meanwhile have their turn first.
    QMetaObject::invokeMethod(this, &GalleryWorker::importStep, Qt::QueuedConnection);
}

void GalleryWorker::setStar(const GalleryIds& ids, bool star) {
    guarded([&](Gallery& gallery) {
        gallery.setStar(ids, star);
        tell(&GalleryClient::starred, ids, star);
    });
}

void GalleryWorker::setFileStar(const QString& file, bool star) {
    guarded([&](Gallery& gallery) {
        const std::filesystem::path path = toPath(file);
        if (const GalleryItems added = gallery.addFiles({path})->step(1).added; !added.empty())
            tell(&GalleryClient::imported, added, qint64{1});
        const auto item = gallery.find(path);
        if (!item) return;
        gallery.setStar({item->id}, star);
        tell(&GalleryClient::starred, GalleryIds{item->id}, star);
        tell(&GalleryClient::fileStarred, file, star);
    });
}

void GalleryWorker::forget(const GalleryIds& ids) {
    guarded([&](Gallery& gallery) {
        gallery.remove(ids);
        tell(&GalleryClient::removed, ids);
    });
}

void GalleryWorker::trash(const GalleryIds& ids) {
    guarded([&](Gallery& gallery) {
        std::vector<Trashed> gone;
        GalleryItems kept;
        int failed = 0;
        bool canUndo = true;
        for (const GalleryItem& item : gallery.remove(ids)) {
            QString place;
            const QString file = pathText(item.file);
            if (QFileInfo::exists(file) && !QFile::moveToTrash(file, &place)) {
                ++failed;
                kept.push_back(item);
                continue;
            }
            canUndo = canUndo && !place.isEmpty();
            gone.push_back({item, place});
        }
        GalleryIds removedIds;
        for (const Trashed& picture : gone) removedIds.push_back(picture.item.id);
        if (!kept.empty()) {
            for (const GalleryItem& item : kept) removedIds.push_back(item.id);
            const GalleryItems restored = gallery.restore(std::move(kept));
            tell(&GalleryClient::removed, removedIds);
            tell(&GalleryClient::imported, restored, qint64{0});
        } else {
            tell(&GalleryClient::removed, removedIds);
        }
        const int files = static_cast<int>(gone.size());
        quint64 number = 0;
        if (canUndo && !gone.empty()) {
            number = ++m_lastTrash;
            m_trash[number] = std::move(gone);
            if (m_trash.size() > kUndoable) m_trash.erase(m_trash.begin());
        }
        tell(&GalleryClient::trashed, number, files, failed);
    });
}

void GalleryWorker::undoTrash(quint64 number) {
    const auto found = m_trash.find(number);
    if (found == m_trash.end()) return;
    guarded([&](Gallery& gallery) {
        GalleryItems back;
        for (const Trashed& picture : found->second) {
            const QString file = pathText(picture.item.file);
            if (takeBackFromTrash(picture.place, file)) back.push_back(picture.item);
        }
        m_trash.erase(found);
        tell(&GalleryClient::imported, gallery.restore(std::move(back)), qint64{0});
    });
}

}  // namespace segmoe::ui
