// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <deque>
#include <map>

#include "ui/bridge/gallery_client.h"

namespace segmoe::ui {

/// The side of GalleryClient that lives on the gallery's thread. Opens the index at the first question.
class GalleryWorker : public QObject {
    Q_OBJECT
public:
    GalleryWorker(EngineClient::GalleryFactory factory, const QString& index, GalleryClient& client);
    ~GalleryWorker() override;

    /// Thread-safe: older questions of this kind are dropped.
    void announce(quint64 question, bool hasLast) { m_newest[hasLast] = question; }
    /// Thread-safe: imports end after their current step.
    void stop() { m_stopped = true; }

    void readPage(quint64 question, const GalleryFilter& filter, const std::optional<GalleryItem>& last, int limit);
    void readModels();
    void addFolder(const QString& folder);
    void addFiles(const QStringList& files);
    void forgetFolder(const QString& folder);
    void refreshFolders();
    void setStar(const GalleryIds& ids, bool star);
    void setFileStar(const QString& file, bool star);
    void forget(const GalleryIds& ids);
    void trash(const GalleryIds& ids);
    void undoTrash(quint64 number);

private:
    /// What is needed to bring files back.
    struct Trashed {
        GalleryItem item;
        QString place;
    };
    Gallery& gallery();
    template <class Work>
    void guarded(Work work);
    template <class Signal, class... Values>
    void tell(Signal signal, Values... values);
    void begin(std::unique_ptr<GalleryImport> import);
    void importStep();

    EngineClient::GalleryFactory m_factory;
    QString m_index;
    GalleryClient& m_client;
    std::unique_ptr<Gallery> m_gallery;
    std::deque<std::unique_ptr<GalleryImport>> m_imports;  ///< the first one is at work
    QStringList m_unreadable;
    std::map<quint64, std::vector<Trashed>> m_trash;
    quint64 m_lastTrash = 0;
    std::atomic<quint64> m_newest[2]{};
    std::atomic<bool> m_stopped{false};
};

}  // namespace segmoe::ui
