// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace segmoe::ui {

class Theme;

/// The picture: fitted or zoomed about the pointer and panned, with a line of words on it while it is not final. Keys 0
/// and 1: fit, 100 %.
class PreviewView : public QWidget {
    Q_OBJECT
public:
    explicit PreviewView(const Theme& theme, QWidget* parent = nullptr);

    /// contentSize: size of the final picture in pixels, when image is a smaller preview of it.
    void setImage(const QImage& image, QSize contentSize = {});
    const QImage& image() const { return m_image; }
    /// A word over the lower edge ("preview, step 3"); empty = none.
    void setRibbon(const QString& text);
    QString ribbon() const { return m_ribbon; }
    /// Shown while there is no picture.
    void setEmptyText(const QString& text);
    void fit();
    void actualSize();
    QSize sizeHint() const override { return {480, 480}; }
    QSize minimumSizeHint() const override { return {200, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double fitScale() const;
    double scale() const { return m_fitted ? fitScale() : m_scale; }
    QRectF target() const;
    void zoomAt(QPointF point, double newScale);
    void describe();
    void paintEmpty(QPainter& painter);
    void paintRibbon(QPainter& painter);

    const Theme& m_theme;
    QImage m_image;
    QSize m_contentSize;
    QString m_ribbon;
    QString m_emptyText;
    bool m_fitted = true;
    double m_scale = 1.0;
    QPointF m_centre;  ///< of the picture, from the middle of the widget, when not fitted
    QPointF m_dragStart;
};

}  // namespace segmoe::ui
