// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrap_layout.h"

#include <algorithm>
#include <numeric>

#include <QHBoxLayout>
#include <QStyle>
#include <QWidget>

namespace segmoe::ui {

WrapLayout::WrapLayout(int spacing, int lineSpacing, Rest rest) : m_lineSpacing(lineSpacing), m_rest(rest) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapLayout::~WrapLayout() {
    while (QLayoutItem* item = takeAt(0)) delete item;
}

void WrapLayout::add(QWidget* part, int stretch) {
    addWidget(part);
    m_parts.back().stretch = stretch;
}

void WrapLayout::add(QLayout* part, int stretch) {
    addChildLayout(part);
    addItem(part);
    m_parts.back().stretch = stretch;
}

void WrapLayout::addItem(QLayoutItem* item) {
    m_parts.push_back({item, 0});
    invalidate();
}

QLayoutItem* WrapLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_parts[static_cast<std::size_t>(index)].item : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item) m_parts.erase(m_parts.begin() + index);
    return item;
}

std::vector<WrapLayout::Line> WrapLayout::lines(int width) const {
    std::vector<Line> lines;
    for (const Part& part : m_parts) {
        if (part.item->isEmpty()) continue;  // hidden
        const int needed = part.item->minimumSize().width();
        if (lines.empty() || lines.back().width + spacing() + needed > width) lines.push_back({{}, -spacing()});
        lines.back().parts.push_back(part);
        lines.back().width += spacing() + needed;
    }
    return lines;
}

/// First everything up to its hint, in equal steps of what is missing; then what stretches.
std::vector<int> WrapLayout::widths(const Line& line, int width) const {
    std::vector<int> widths;
    int wished = 0, stretch = 0;
    for (const Part& part : line.parts) {
        widths.push_back(part.item->minimumSize().width());
        wished += std::max(0, part.item->sizeHint().width() - widths.back());
        stretch += part.stretch;
    }
    int free = std::max(0, width - line.width);
    const int growth = std::min(free, wished);
    for (std::size_t i = 0; i < widths.size() && wished > 0; ++i)
        widths[i] += std::max(0, line.parts[i].item->sizeHint().width() - widths[i]) * growth / wished;
    free -= growth;
    for (std::size_t i = 0; i < widths.size() && stretch > 0; ++i) {
        const int most = line.parts[i].item->maximumSize().width();
        widths[i] = std::min(std::max(most, widths[i]), widths[i] + free * line.parts[i].stretch / stretch);
    }
    return widths;
}

int WrapLayout::heightOf(const Line& line, const std::vector<int>& widths) const {
    int height = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        QLayoutItem& item = *line.parts[i].item;
        height = std::max(height, item.hasHeightForWidth() ? item.heightForWidth(widths[i]) : item.sizeHint().height());
    }
    return height;
}

int WrapLayout::arrange(const QRect& rect, bool apply) const {
    const QRect room = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = room.top();
    for (const Line& line : lines(room.width())) {
        const std::vector<int> widths = this->widths(line, room.width());
        const int height = heightOf(line, widths);
        const int gaps = static_cast<int>(widths.size()) - 1;
        const int used = std::accumulate(widths.begin(), widths.end(), gaps * spacing());
        const bool spreads = m_rest == Rest::Between && gaps > 0 && used < room.width();
        int x = room.left();
        for (std::size_t i = 0; i < widths.size() && apply; ++i) {
            QLayoutItem& item = *line.parts[i].item;
            const bool isTall = item.hasHeightForWidth() || (item.expandingDirections() & Qt::Vertical);
            const int own = isTall ? height : std::min(height, item.sizeHint().height());
            const QRect place(x, y + (height - own) / 2, widths[i], own);
            item.setGeometry(QStyle::visualRect(direction, room, place));
            const int part = static_cast<int>(i);
            const int rest = spreads ? room.width() - used : 0;
            x += widths[i] + spacing() + (gaps > 0 ? rest * (part + 1) / gaps - rest * part / gaps : 0);
        }
        y += height + m_lineSpacing;
    }
    const int end = y > room.top() ? y - m_lineSpacing : y;
    return end - rect.top() + contentsMargins().bottom();
}

int WrapLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

void WrapLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize WrapLayout::sizeHint() const {
    QSize size(-spacing(), 0);
    for (const Part& part : m_parts) {
        if (part.item->isEmpty()) continue;
        size.rwidth() += spacing() + part.item->sizeHint().width();
        size.setHeight(std::max(size.height(), part.item->sizeHint().height()));
    }
    return QSize(std::max(0, size.width()), size.height()).grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const {
    QSize size(0, 0);
    for (const Part& part : m_parts)
        if (!part.item->isEmpty()) size = size.expandedTo(part.item->minimumSize());
    return size.grownBy(contentsMargins());
}

QHBoxLayout* beside(std::initializer_list<QWidget*> parts, int spacing) {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    for (QWidget* part : parts) row->addWidget(part);
    return row;
}

}  // namespace segmoe::ui
