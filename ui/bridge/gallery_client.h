// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QThread>

#include "core/engine/gallery.h"
#include "ui/bridge/engine_client.h"

namespace segmoe::ui {

class GalleryWorker;

/// Names one question for a page of the gallery; never used twice.
enum class GalleryQuestion : quint64 {};

using GalleryItems = std::vector<GalleryItem>;
using GalleryIds = std::vector<std::int64_t>;

/// The gallery's index, kept on a thread of its own; answers come as signals on the thread of the client. Imports run
/// in small steps, so that questions are answered in between.
class GalleryClient : public QObject {
    Q_OBJECT
public:
    GalleryClient(EngineClient::GalleryFactory factory, const QString& index, QObject* parent = nullptr);
    ~GalleryClient() override;

    /// Answers with pageRead(). A question is dropped when a newer one of the same kind (with or without `last`) has
    /// been asked by the time its turn comes.
    GalleryQuestion readPage(const GalleryFilter& filter, const std::optional<GalleryItem>& last, int limit);
    /// Answers with modelsRead().
    void readModels();
    /// imported() for each step, importEnded() at last; folderMissing() instead when there is none.
    void addFolder(const QString& folder);
    void addFiles(const QStringList& files);
    /// The folder and its pictures leave the list; files stay. Answers with folderForgotten().
    void forgetFolder(const QString& folder);
    /// Every folder that is remembered, looked through again.
    void refreshFolders();
    /// Answers with starred().
    void setStar(const GalleryIds& ids, bool star);
    /// The same by file; a picture that is not in the gallery yet is taken in first: imported(), starred(),
    /// fileStarred().
    void setFileStar(const QString& file, bool star);
    /// Off the list, not off the disk: removed().
    void forget(const GalleryIds& ids);
    /// Files into the system's trash: removed(), then trashed().
    void trash(const GalleryIds& ids);
    /// Takes back a trashed(): imported().
    void undoTrash(quint64 number);

Q_SIGNALS:
    /// total: of the whole filter, -1 when `last` was given.
    void pageRead(segmoe::ui::GalleryQuestion question, const segmoe::ui::GalleryItems& items, qint64 total);
    void modelsRead(const std::vector<segmoe::GalleryModelCount>& models, const QStringList& folders);
    void imported(const segmoe::ui::GalleryItems& added, qint64 seen);
    void importEnded(const QStringList& unreadable);
    void folderForgotten(const QString& folder);
    void folderMissing(const QString& folder);
    void starred(const segmoe::ui::GalleryIds& ids, bool star);
    void fileStarred(const QString& file, bool star);
    void removed(const segmoe::ui::GalleryIds& ids);
    /// `number` is for undoTrash(); 0 when this trash does not give back. `failed`: files that could not be moved.
    void trashed(quint64 number, int files, int failed);
    /// The index had to be begun anew: a sentence of the core.
    void notice(const QString& sentence);
    void failed(const segmoe::Failure& failure);

private:
    friend class GalleryWorker;
    template <class Work>
    void post(Work work);

    QThread m_thread;
    GalleryWorker* m_worker;
    quint64 m_lastQuestion = 0;
};

}  // namespace segmoe::ui
