// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class Theme;

/// An offer as a card: preview, name, what it is, what stands in the way, and its button.
class HubResultDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit HubResultDelegate(const Theme& theme, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The button of a row, in the coordinates of the view; `font`: of the view.
    QRect buttonRect(const QRect& row, const QModelIndex& index, const QFont& font) const;

Q_SIGNALS:
    void buttonClicked(const QModelIndex& index);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintPreview(QPainter& painter, const QRect& place, const QModelIndex& index) const;
    void paintTexts(QPainter& painter, const QRect& place, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintButton(QPainter& painter, const QRect& place, const QFont& font, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace segmoe::ui
