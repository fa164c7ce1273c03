// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/preview_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLargestScale = 32.0;
constexpr double kSmallestScale = 0.05;
constexpr int kMargin = 16;

}  // namespace

PreviewView::PreviewView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(u"render_preview_view"_s);
    setAccessibleName(tr("Picture"));
    setToolTip(tr("Wheel zooms, dragging moves, double click switches between fit and 100 %."));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void PreviewView::setImage(const QImage& image, QSize contentSize) {
    m_image = image;
    m_contentSize = contentSize.isEmpty() ? image.size() : contentSize;
    describe();
    update();
}

void PreviewView::setRibbon(const QString& text) {
    m_ribbon = text;
    describe();
    update();
}

void PreviewView::setEmptyText(const QString& text) {
    m_emptyText = text;
    describe();
    update();
}

void PreviewView::describe() {
    const QString size = tr("%1 by %2 pixels").arg(m_contentSize.width()).arg(m_contentSize.height());
    setAccessibleDescription(m_image.isNull() ? m_emptyText : (m_ribbon.isEmpty() ? size : size + u", "_s + m_ribbon));
}

void PreviewView::fit() {
    m_fitted = true;
    update();
}

void PreviewView::actualSize() {
    m_fitted = false;
    m_scale = 1.0 / devicePixelRatioF();
    m_centre = {};
    update();
}

double PreviewView::fitScale() const {
    if (m_contentSize.isEmpty()) return 1.0;
    const double horizontal = (width() - 2.0 * kMargin) / m_contentSize.width();
    const double vertical = (height() - 2.0 * kMargin) / m_contentSize.height();
    return std::max(kSmallestScale, std::min(horizontal, vertical));
}

QRectF PreviewView::target() const {
    const QSizeF size = QSizeF(m_contentSize) * scale();
    QPointF centre = QRectF(rect()).center();
    if (!m_fitted) centre += m_centre;
    return {centre - QPointF(size.width() / 2, size.height() / 2), size};
}

void PreviewView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().sunken);
    painter.drawRoundedRect(rect(), 8, 8);
    if (m_image.isNull()) {
        paintEmpty(painter);
    } else {
        painter.setClipRect(rect());
        // From eight times on somebody looks at pixels, not at the picture.
        const bool pixels = m_image.size() == m_contentSize && scale() >= 8.0;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !pixels);
        painter.drawImage(target(), m_image);
    }
    if (!m_ribbon.isEmpty()) paintRibbon(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.tokens().focus, 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
}

void PreviewView::paintEmpty(QPainter& painter) {
    const QPixmap pixmap = m_theme.icon(u"picture"_s).pixmap(QSize(40, 40), devicePixelRatioF(), QIcon::Disabled);
    const QPointF middle = QRectF(rect()).center();
    painter.drawPixmap(QPointF(middle.x() - 20, middle.y() - 48), pixmap);
    painter.setPen(m_theme.tokens().text2);
    painter.drawText(QRectF(kMargin, middle.y() + 4, width() - 2.0 * kMargin, height() / 2.0 - kMargin),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void PreviewView::paintRibbon(QPainter& painter) {
    const QFontMetrics metrics = fontMetrics();
    const QRectF words(0, 0, metrics.horizontalAdvance(m_ribbon) + 24, metrics.height() + 10);
    QRectF ribbon = words;
    ribbon.moveCenter(QPointF(width() / 2.0, 0));
    ribbon.moveBottom(height() - kMargin / 2.0);
    QColor background = m_theme.tokens().raised;
    background.setAlphaF(0.92F);
    painter.setPen(QPen(m_theme.tokens().border, 1.0));
    painter.setBrush(background);
    painter.drawRoundedRect(ribbon, 4, 4);
    painter.setPen(m_theme.tokens().text);
    painter.drawText(ribbon, Qt::AlignCenter, m_ribbon);
}

void PreviewView::zoomAt(QPointF point, double newScale) {
    const double before = scale();
    const QPointF old = m_fitted ? QPointF() : m_centre;
    newScale = std::clamp(newScale, kSmallestScale, kLargestScale);
    const QPointF fromMiddle = point - QRectF(rect()).center();
    m_centre = fromMiddle - (fromMiddle - old) * (newScale / before);
    m_scale = newScale;
    m_fitted = false;
    update();
}

void PreviewView::wheelEvent(QWheelEvent* event) {
    if (m_image.isNull()) return;
    zoomAt(event->position(), scale() * std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void PreviewView::mousePressEvent(QMouseEvent* event) { m_dragStart = event->position(); }

void PreviewView::mouseMoveEvent(QMouseEvent* event) {
    if (m_fitted || !(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) return;
    m_centre += event->position() - m_dragStart;
    m_dragStart = event->position();
    update();
}

void PreviewView::mouseDoubleClickEvent(QMouseEvent*) { m_fitted ? actualSize() : fit(); }

void PreviewView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_0: fit(); break;
        case Qt::Key_1: actualSize(); break;
        case Qt::Key_Plus: zoomAt(QRectF(rect()).center(), scale() * 1.25); break;
        case Qt::Key_Minus: zoomAt(QRectF(rect()).center(), scale() / 1.25); break;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace segmoe::ui
