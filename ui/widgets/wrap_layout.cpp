// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrap_layout.h"

#include <algorithm>

#include <QStyle>
#include <QWidget>

namespace segmoe::ui {

void WrapLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

QLayoutItem* WrapLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

void WrapLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize WrapLayout::sizeHint() const {
    int width = 0, height = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) continue;
        width += (width > 0 ? spacing() : 0) + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize WrapLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

int WrapLayout::place(const QRect& rect, bool moves) const {
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const bool isMirrored = parentWidget() && parentWidget()->isRightToLeft();
    int x = inside.x(), y = inside.y(), line = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) continue;
        const QSize size(std::min(item->sizeHint().width(), inside.width()), item->sizeHint().height());
        if (x > inside.x() && x + size.width() > inside.x() + inside.width()) {
            x = inside.x();
            y += line + spacing();
            line = 0;
        }
        const QRect place(QPoint(x, y), size);
        const auto direction = isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
        if (moves) item->setGeometry(QStyle::visualRect(direction, inside, place));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return y + line - rect.y() + contentsMargins().bottom();
}

}  // namespace segmoe::ui
