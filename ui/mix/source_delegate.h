// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace segmoe::ui {

class Theme;

/// Two lines per model: name, and architecture with size. Dimmed where it does not fit the base.
class SourceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    SourceDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace segmoe::ui
