// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class GalleryModel;
class Theme;
class ThumbnailLoader;

/// One picture of the gallery: the thumbnail in a square, seed and size below it, a star. A picture whose file is gone
/// is crossed out and has a button that takes it off the list.
class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Button { Star, Remove };

    GalleryDelegate(const Theme& theme, const GalleryModel& model, ThumbnailLoader& thumbnails,
                    QObject* parent = nullptr);

    /// Side of the thumbnail's square, logical pixels.
    void setSide(int side) { m_side = side; }
    int side() const { return m_side; }
    /// Size of a cell.
    QSize cell() const;
    /// Where a button of a cell lies; empty when the cell has none.
    QRect buttonRect(const QRect& cell, bool isGone, Button button) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void starClicked(qint64 id, bool star);
    void removeClicked(qint64 id);

private:
    void paintPicture(QPainter& painter, const QRect& square, const QModelIndex& index, bool isGone) const;
    void paintCaption(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QRect square(const QRect& cell) const;

    const Theme& m_theme;
    const GalleryModel& m_model;
    ThumbnailLoader& m_thumbnails;
    int m_side = 160;
};

}  // namespace segmoe::ui
