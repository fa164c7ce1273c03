// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class Theme;

/// A row of the job list: picture or icon, first words, settings, state line, bar; at the right what can be done with
/// it by one click (ui.md §5, §7.4).
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// What a click on a row's buttons asks for.
    enum class Act { Cancel, Up, Down, First, Open, Routing, Retry, Remove, Toggle };

    explicit QueueDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    /// Buttons of a row from right to left, and where they lie.
    static std::vector<Act> acts(const QModelIndex& index);
    static QRect actRect(const QRect& row, int place);

Q_SIGNALS:
    void actWanted(quint64 job, segmoe::ui::QueueDelegate::Act act);

private:
    void paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                    const QModelIndex& index) const;
    void paintBar(QPainter* painter, const QRect& bar, const QModelIndex& index) const;
    void paintActs(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace segmoe::ui
