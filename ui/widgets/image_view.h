// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

namespace segmoe::ui {

class Theme;

/// How a picture lies in a view: fitted, or at a scale with its middle moved.
struct ViewPort {
    bool fitted = true;
    double scale = 1.0;
    QPointF centre;  ///< of the picture, from the middle of the widget, when not fitted
    bool operator==(const ViewPort&) const = default;
};

/// A picture, fitted or zoomed about the pointer and panned. Keys 0 and 1: fit, 100 %; + and − zoom. Pages draw over it
/// in a subclass.
class ImageView : public QWidget {
    Q_OBJECT
public:
    explicit ImageView(const Theme& theme, QWidget* parent = nullptr);

    /// contentSize: size of the real picture in pixels, when image is a smaller preview of it.
    void setImage(const QImage& image, QSize contentSize = {});
    const QImage& image() const { return m_image; }
    QSize contentSize() const { return m_contentSize; }
    void fit();
    void actualSize();
    void zoomBy(double factor);
    const ViewPort& viewPort() const { return m_port; }
    /// Two views that follow each other: connect viewPortChanged() of one to this of the other.
    void setViewPort(const segmoe::ui::ViewPort& port);
    /// The digit keys fit and 100 %; off where a page uses digits for something else.
    void setDigitKeys(bool on) { m_digitKeys = on; }
    /// Where the picture lies in the widget.
    QRectF target() const;
    /// Place in the picture, 0…1 in both directions; nothing outside of it.
    std::optional<QPointF> placeAt(QPointF position) const;

    /// It takes what room there is, and asks for little: a column that scrolls gives it no more than that.
    QSize sizeHint() const override { return {120, 120}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void viewPortChanged(const segmoe::ui::ViewPort& port);

protected:
    /// Drawn above the picture, clipped to the widget.
    virtual void paintOver(QPainter&) {}
    /// Drawn instead of the picture.
    virtual void paintEmpty(QPainter&) {}
    /// Called after a change of the picture: set the accessible description.
    virtual void describe();
    const Theme& theme() const { return m_theme; }
    /// Which buttons drag the picture.
    void setPanButtons(Qt::MouseButtons buttons) { m_panButtons = buttons; }

    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double fitScale() const;
    double scale() const { return m_port.fitted ? fitScale() : m_port.scale; }
    void zoomAt(QPointF point, double newScale);
    void changePort(const ViewPort& port);

    const Theme& m_theme;
    QImage m_image;
    QSize m_contentSize;
    ViewPort m_port;
    Qt::MouseButtons m_panButtons = Qt::LeftButton | Qt::MiddleButton;
    bool m_digitKeys = true;
    QPointF m_dragStart;
};

}  // namespace segmoe::ui
