// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/preview_view.h"

#include <QPainter>

#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;

}  // namespace

PreviewView::PreviewView(const Theme& theme, QWidget* parent) : ImageView(theme, parent) {
    setObjectName(u"render_preview_view"_s);
    setAccessibleName(tr("Picture"));
    setToolTip(tr("Wheel zooms, dragging moves, double click switches between fit and 100 %."));
    PreviewView::describe();
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
    const QString size = tr("%1 by %2 pixels").arg(contentSize().width()).arg(contentSize().height());
    tellPainted(this, image().isNull() ? m_emptyText : (m_ribbon.isEmpty() ? size : size + u", "_s + m_ribbon));
}

void PreviewView::paintEmpty(QPainter& painter) {
    const QPixmap pixmap = theme().icon(u"picture"_s).pixmap(QSize(40, 40), devicePixelRatioF(), QIcon::Disabled);
    const QPointF middle = QRectF(rect()).center();
    painter.drawPixmap(QPointF(middle.x() - 20, middle.y() - 48), pixmap);
    painter.setPen(theme().tokens().text2);
    painter.drawText(QRectF(kMargin, middle.y() + 4, width() - 2.0 * kMargin, height() / 2.0 - kMargin),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void PreviewView::paintOver(QPainter& painter) {
    if (m_ribbon.isEmpty()) return;
    const QFontMetrics metrics = fontMetrics();
    QRectF ribbon(0, 0, metrics.horizontalAdvance(m_ribbon) + 24, metrics.height() + 10);
    ribbon.moveCenter(QPointF(width() / 2.0, 0));
    ribbon.moveBottom(height() - kMargin / 2.0);
    QColor background = theme().tokens().raised;
    background.setAlphaF(0.92F);
    painter.setPen(QPen(theme().tokens().border, 1.0));
    painter.setBrush(background);
    painter.drawRoundedRect(ribbon, 4, 4);
    painter.setPen(theme().tokens().text);
    painter.drawText(ribbon, Qt::AlignCenter, m_ribbon);
}

}  // namespace segmoe::ui
