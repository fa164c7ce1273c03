// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/compare_canvas.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr double kGrip = 8.0;  ///< pixels around the line that take hold of it

}  // namespace

CompareCanvas::CompareCanvas(const Theme& theme, QWidget* parent) : ImageView(theme, parent) {}

void CompareCanvas::setSecond(const QImage& image) {
    m_second = image;
    describe();
    update();
}

void CompareCanvas::setLabels(const QString& first, const QString& second) {
    m_firstLabel = first;
    m_secondLabel = second;
    describe();
    update();
}

void CompareCanvas::setMode(CompareMode mode) {
    m_mode = mode;
    setHeld(false);
    describe();
    update();
}

void CompareCanvas::setPosition(double position) {
    position = std::clamp(position, 0.0, 1.0);
    if (position == m_position) return;
    m_position = position;
    describe();
    update();
    Q_EMIT positionChanged(m_position);
}

void CompareCanvas::setHeld(bool held) {
    if (held == m_held) return;
    m_held = held;
    describe();
    update();
    Q_EMIT heldChanged(held);
}

void CompareCanvas::describe() {
    const QString percent = QLocale().toString(std::lround(m_position * 100.0));
    switch (m_mode) {
        case CompareMode::Slider:
            tellPainted(this, tr("%1 on the left, %2 on the right, divided at %3 percent.")
                                  .arg(m_firstLabel, m_secondLabel, percent));
            break;
        case CompareMode::SideBySide: tellPainted(this, m_firstLabel); break;
        case CompareMode::Hold: tellPainted(this, m_held ? m_secondLabel : m_firstLabel); break;
        case CompareMode::Difference:
            tellPainted(this, tr("Difference of %1 and %2.").arg(m_firstLabel, m_secondLabel));
            break;
    }
}

double CompareCanvas::lineX() const { return target().left() + target().width() * m_position; }

void CompareCanvas::paintOver(QPainter& painter) {
    if (image().isNull() || m_second.isNull()) return;
    const QRectF area = target();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    switch (m_mode) {
        case CompareMode::Slider:
            painter.save();
            painter.setClipRect(QRectF(lineX(), 0, width(), height()), Qt::IntersectClip);
            painter.drawImage(area, m_second);
            painter.restore();
            paintLine(painter);
            paintLabel(painter, m_firstLabel, Qt::AlignLeft);
            paintLabel(painter, m_secondLabel, Qt::AlignRight);
            break;
        case CompareMode::SideBySide: paintLabel(painter, m_firstLabel, Qt::AlignLeft); break;
        case CompareMode::Hold:
            if (m_held) painter.drawImage(area, m_second);
            paintLabel(painter, m_held ? m_secondLabel : m_firstLabel, Qt::AlignLeft);
            break;
        case CompareMode::Difference: painter.drawImage(area, m_difference); break;
    }
}

void CompareCanvas::paintLine(QPainter& painter) {
    const QRectF visible = target().intersected(QRectF(rect()));
    const double x = std::clamp(lineX(), 1.0, width() - 1.0);
    // Dark beside light: seen on any picture.
    painter.setPen(QPen(Qt::black, 4.0));
    painter.drawLine(QPointF(x, visible.top()), QPointF(x, visible.bottom()));
    painter.setPen(QPen(Qt::white, 2.0));
    painter.drawLine(QPointF(x, visible.top()), QPointF(x, visible.bottom()));
    painter.setPen(QPen(Qt::black, 1.0));
    painter.setBrush(Qt::white);
    const QPointF middle(x, visible.center().y());
    painter.drawRoundedRect(QRectF(middle.x() - 9, middle.y() - 14, 18, 28), 6, 6);
    for (const double side : {-1.0, 1.0})
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(side * 2.5, -4), middle + QPointF(side * 6, 0), middle + QPointF(side * 2.5, 4)}));
}

void CompareCanvas::paintLabel(QPainter& painter, const QString& text, Qt::Alignment side) {
    if (text.isEmpty()) return;
    const QFontMetrics metrics = fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, width() / 2 - 40);
    QRectF box(0, 0, metrics.horizontalAdvance(shown) + 16, metrics.height() + 8);
    box.moveTop(8);
    if (side == Qt::AlignRight)
        box.moveRight(width() - 8);
    else
        box.moveLeft(8);
    QColor background = theme().tokens().raised;
    background.setAlphaF(0.92F);
    painter.setPen(QPen(theme().tokens().border, 1.0));
    painter.setBrush(background);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme().tokens().text);
    painter.drawText(box, Qt::AlignCenter, shown);
}

void CompareCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_mode == CompareMode::Hold) setHeld(true);
    m_draggingLine = event->button() == Qt::LeftButton && m_mode == CompareMode::Slider &&
                     (viewPort().fitted || std::abs(event->position().x() - lineX()) <= kGrip);
    if (m_draggingLine && !target().isEmpty())
        setPosition((event->position().x() - target().left()) / target().width());
    ImageView::mousePressEvent(event);
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_draggingLine && !target().isEmpty())
        setPosition((event->position().x() - target().left()) / target().width());
    else
        ImageView::mouseMoveEvent(event);
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent* event) {
    m_draggingLine = false;
    setHeld(false);
    ImageView::mouseReleaseEvent(event);
}

void CompareCanvas::keyPressEvent(QKeyEvent* event) {
    const double distance = event->modifiers() & Qt::ShiftModifier ? 0.10 : 0.01;
    if (m_mode == CompareMode::Slider && event->key() == Qt::Key_Left)
        setPosition(m_position - distance);
    else if (m_mode == CompareMode::Slider && event->key() == Qt::Key_Right)
        setPosition(m_position + distance);
    else
        ImageView::keyPressEvent(event);
}

}  // namespace segmoe::ui
