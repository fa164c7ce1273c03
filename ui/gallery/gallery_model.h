// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include "ui/bridge/gallery_client.h"

class QTimer;

namespace segmoe::ui {

/// The pictures that fit a filter, read in pages of 500 as the view asks for them. Rows survive everything that does
/// not change them: new pictures come in at their place, stars and removals touch single rows.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, FileRole, StarRole, GoneRole };

    explicit GalleryModel(GalleryClient& client, QObject* parent = nullptr);

    void setFilter(const GalleryFilter& filter);
    const GalleryFilter& filter() const { return m_filter; }
    /// Of the whole filter; -1 until the first answer.
    qint64 total() const { return m_total; }
    bool isLoading() const { return m_loading; }
    void reload();

    /// Null for a row that is not there.
    const GalleryItem* itemAt(int row) const;
    const GalleryItem* itemAt(const QModelIndex& index) const { return itemAt(index.row()); }
    /// -1 when the picture is not among the rows read so far.
    int rowOf(std::int64_t id) const;
    int rowOfFile(const QString& file) const;
    /// The file of this picture does not exist any more.
    void setGone(std::int64_t id);
    /// Its thumbnail is there now.
    void touch(std::int64_t id);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void totalChanged(qint64 total);
    /// The first page of a new filter is there; the selection may be set again.
    void loaded();

private:
    void takePage(GalleryQuestion question, const GalleryItems& items, qint64 total);
    void takeImported(const GalleryItems& added);
    void takeRemoved(const GalleryIds& ids);
    void takeStar(const GalleryIds& ids, bool star);
    void setTotal(qint64 total);

    GalleryClient& m_client;
    GalleryFilter m_filter;
    GalleryItems m_items;
    QSet<qint64> m_gone;
    qint64 m_total = -1;
    GalleryQuestion m_question{};  ///< the answer that is waited for
    bool m_loading = false;
    bool m_isFirstPage = true;
    bool m_isComplete = false;
    QTimer* m_reloadLater;
};

}  // namespace segmoe::ui
