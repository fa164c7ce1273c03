// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/upright_scroll.h"

#include <algorithm>

#include <QEvent>
#include <QScrollBar>

namespace segmoe::ui {

UprightScroll::UprightScroll(int least, QWidget* parent) : QScrollArea(parent), m_least(least) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize UprightScroll::minimumSizeHint() const {
    QSize size = QScrollArea::minimumSizeHint();
    const int content = widget() ? widget()->minimumSizeHint().width() : 0;
    size.setWidth(std::max(m_least, content + verticalScrollBar()->sizeHint().width() + 2 * frameWidth()));
    return size;
}

bool UprightScroll::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

}  // namespace segmoe::ui
