// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/drag_handle.h"

#include <QApplication>
#include <QMouseEvent>

namespace segmoe::ui {

DragHandle::DragHandle(QWidget* parent) : QLabel(parent) { setCursor(Qt::OpenHandCursor); }

void DragHandle::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    QLabel::mousePressEvent(event);
}

void DragHandle::mouseMoveEvent(QMouseEvent* event) {
    const int distance = (event->position().toPoint() - m_pressed).manhattanLength();
    if ((event->buttons() & Qt::LeftButton) && distance >= QApplication::startDragDistance())
        Q_EMIT dragStarted();
    else
        QLabel::mouseMoveEvent(event);
}

}  // namespace segmoe::ui
