// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class Theme;

/// A row of DownloadModel: state, title, sentence, bar, its button and its menu.
class DownloadDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit DownloadDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// Where the menu's and the main button lie; the main one is empty where a row has none.
    static QRect menuRect(const QRect& row);
    static QRect mainRect(const QStyleOptionViewItem& option, const QModelIndex& index);

Q_SIGNALS:
    void mainWanted(quint64 id);
    void menuWanted(quint64 id, const QPoint& globalPosition);

private:
    void paintButton(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                    const QModelIndex& index) const;
    void paintBar(QPainter* painter, const QRect& bar, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace segmoe::ui
