// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/area_cycle.h"

#include <QApplication>
#include <QWidget>

namespace segmoe::ui {

namespace {

bool takesFocus(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

QWidget* entry(QWidget* area) {
    // Where the focus was before, or the first control in the order of the Tab key.
    if (QWidget* before = area->focusWidget(); before && takesFocus(before)) return before;
    for (QWidget* widget = area->nextInFocusChain(); widget && widget != area; widget = widget->nextInFocusChain())
        if (area->isAncestorOf(widget) && takesFocus(widget)) return widget;
    return nullptr;
}

}  // namespace

void AreaCycle::move(int by) {
    std::vector<QWidget*> areas;
    for (QWidget* area : m_areas())
        if (area && area->isVisible() && entry(area)) areas.push_back(area);
    if (areas.empty()) return;
    const int count = static_cast<int>(areas.size());
    int at = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        const QWidget* focused = QApplication::focusWidget();
        if (focused && (areas[static_cast<std::size_t>(i)] == focused ||
                        areas[static_cast<std::size_t>(i)]->isAncestorOf(focused)))
            at = i;
    }
    const auto next = static_cast<std::size_t>((at + by + count) % count);
    entry(areas[next])->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace segmoe::ui
