// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cover_picture.h"

#include <QPainter>
#include <QPainterPath>

namespace segmoe::ui {

QRectF coverPart(const QSizeF& picture, const QSizeF& place) {
    const QSizeF part = place.scaled(picture, Qt::KeepAspectRatio);
    return {QPointF((picture.width() - part.width()) / 2.0, (picture.height() - part.height()) / 2.0), part};
}

void paintCover(QPainter& painter, const QRectF& place, const QPixmap& picture, double radius) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(place, radius, radius);
    painter.setClipPath(shape);
    painter.drawPixmap(place, picture, coverPart(picture.size(), place.size()));
    painter.restore();
}

CoverPicture::CoverPicture(int height, QWidget* parent) : QWidget(parent) {
    setFixedHeight(height);
    hide();
}

void CoverPicture::setPicture(const QPixmap& picture) {
    m_picture = picture;
    setVisible(!picture.isNull());
    update();
}

void CoverPicture::paintEvent(QPaintEvent*) {
    if (m_picture.isNull()) return;
    QPainter painter(this);
    paintCover(painter, rect(), m_picture, 6);
}

}  // namespace segmoe::ui
