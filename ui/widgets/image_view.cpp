// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/image_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

constexpr double kLargestScale = 32.0;
constexpr double kSmallestScale = 0.05;
constexpr double kPixelScale = 8.0;  ///< from here on somebody looks at pixels, not at the picture
constexpr int kMargin = 16;

}  // namespace

ImageView::ImageView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage& image, QSize contentSize) {
    m_image = image;
    m_contentSize = contentSize.isEmpty() ? image.size() : contentSize;
    describe();
    update();
}

void ImageView::describe() {
    tellPainted(this, m_image.isNull() ? QString()
                                       : tr("%1 by %2 pixels").arg(m_contentSize.width()).arg(m_contentSize.height()));
}

void ImageView::fit() { changePort({}); }

void ImageView::actualSize() { changePort({.fitted = false, .scale = 1.0 / devicePixelRatioF(), .centre = {}}); }

void ImageView::zoomBy(double factor) { zoomAt(QRectF(rect()).center(), scale() * factor); }

void ImageView::setViewPort(const ViewPort& port) {
    if (port == m_port) return;
    m_port = port;
    update();
}

void ImageView::changePort(const ViewPort& port) {
    if (port == m_port) return;
    setViewPort(port);
    Q_EMIT viewPortChanged(m_port);
}

double ImageView::fitScale() const {
    if (m_contentSize.isEmpty()) return 1.0;
    const double horizontal = (width() - 2.0 * kMargin) / m_contentSize.width();
    const double vertical = (height() - 2.0 * kMargin) / m_contentSize.height();
    return std::max(kSmallestScale, std::min(horizontal, vertical));
}

QRectF ImageView::target() const {
    const QSizeF size = QSizeF(m_contentSize) * scale();
    QPointF centre = QRectF(rect()).center();
    if (!m_port.fitted) centre += m_port.centre;
    return {centre - QPointF(size.width() / 2, size.height() / 2), size};
}

std::optional<QPointF> ImageView::placeAt(QPointF position) const {
    const QRectF area = target();
    if (m_image.isNull() || !area.contains(position)) return std::nullopt;
    return QPointF((position.x() - area.left()) / area.width(), (position.y() - area.top()) / area.height());
}

void ImageView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().sunken);
    painter.drawRoundedRect(rect(), 8, 8);
    painter.setClipRect(rect());
    if (m_image.isNull()) {
        paintEmpty(painter);
    } else {
        const bool pixels = m_image.size() == m_contentSize && scale() >= kPixelScale;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !pixels);
        painter.drawImage(target(), m_image);
    }
    paintOver(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.tokens().focus, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
}

void ImageView::zoomAt(QPointF point, double newScale) {
    if (m_image.isNull()) return;
    const double before = scale();
    const QPointF old = m_port.fitted ? QPointF() : m_port.centre;
    newScale = std::clamp(newScale, kSmallestScale, kLargestScale);
    const QPointF fromMiddle = point - QRectF(rect()).center();
    changePort({.fitted = false, .scale = newScale, .centre = fromMiddle - (fromMiddle - old) * (newScale / before)});
}

void ImageView::wheelEvent(QWheelEvent* event) {
    zoomAt(event->position(), scale() * std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event) { m_dragStart = event->position(); }

void ImageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_port.fitted || !(event->buttons() & m_panButtons)) return;
    ViewPort port = m_port;
    port.centre += event->position() - m_dragStart;
    m_dragStart = event->position();
    changePort(port);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent*) { m_port.fitted ? actualSize() : fit(); }

void ImageView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (m_digitKeys && key == Qt::Key_0)
        fit();
    else if (m_digitKeys && key == Qt::Key_1)
        actualSize();
    else if (key == Qt::Key_Plus)
        zoomBy(1.25);
    else if (key == Qt::Key_Minus)
        zoomBy(1.0 / 1.25);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace segmoe::ui
