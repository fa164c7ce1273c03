// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class ModelPreviews;
class Theme;

/// A model as a card (grid) or a line (list): what it is at a glance, and what is wrong with it.
class ModelCardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ModelCardDelegate(const Theme& theme, ModelPreviews& previews, QObject* parent = nullptr);

    void setGrid(bool grid) { m_grid = grid; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintFrame(QPainter& painter, const QRect& card, const QStyleOptionViewItem& option) const;
    /// The model's picture, else what kind of model it is.
    void paintPicture(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintEmblem(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintTexts(QPainter& painter, const QRect& place, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;

    const Theme& m_theme;
    ModelPreviews& m_previews;
    bool m_grid = true;
};

}  // namespace segmoe::ui
