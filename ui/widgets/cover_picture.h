// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QWidget>

namespace segmoe::ui {

/// The middle part of a picture of this size that has the shape of a place, so that it fills it.
QRectF coverPart(const QSizeF& picture, const QSizeF& place);

/// A picture that fills its place, with round corners.
void paintCover(QPainter& painter, const QRectF& place, const QPixmap& picture, double radius);

/// A picture as wide as its column, of one height; gone while there is none.
class CoverPicture : public QWidget {
    Q_OBJECT
public:
    explicit CoverPicture(int height, QWidget* parent = nullptr);

    void setPicture(const QPixmap& picture);
    bool isEmpty() const { return m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_picture;
};

}  // namespace segmoe::ui
