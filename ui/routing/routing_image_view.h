// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>

#include "ui/routing/heat_overlay.h"
#include "ui/widgets/image_view.h"

namespace segmoe::ui {

/// The picture with the overlay of the selection. Click = one place, Shift and drag = an area, arrows move the place by
/// one cell; the middle button or the hand pans.
class RoutingImageView : public ImageView {
    Q_OBJECT
public:
    RoutingImageView(Theme& theme, RoutingController& controller, QWidget* parent = nullptr);

    void setStyle(const OverlayStyle& style);
    const OverlayStyle& overlayStyle() const { return m_style; }
    const HeatOverlay& overlay() const { return m_overlay; }
    /// The colours that the overlay is painted with.
    const ThemeTokens& tokens() const;
    /// Dragging with the left button moves the picture instead of choosing a place.
    void setHand(bool hand);
    /// Chooses the cell at a pixel of the widget.
    void probe(QPointF position);
    /// Picture, overlay and marker without the widget around them; scale 1 = pixels of the picture.
    QImage rendered(double scale) const;

Q_SIGNALS:
    /// The overlay was made anew: legend and caption follow.
    void overlayChanged();

protected:
    void paintOver(QPainter& painter) override;
    void describe() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void controllerChanged(RoutingParts parts);
    void refreshOverlay();
    QSize grid() const;
    QRectF cellAt(QPointF place) const;
    bool movePlace(int key);
    void paintPlace(QPainter& painter, const QRectF& target) const;
    void showTip();

    Theme& m_theme;
    RoutingController& m_controller;
    OverlayStyle m_style;
    HeatOverlay m_overlay;
    bool m_queued = false;
    bool m_hand = false;
    std::optional<QPointF> m_dragFrom;  ///< of an area, 0…1
    bool m_dragged = false;
    QBasicTimer m_tipTimer;
    QPointF m_tipAt;
};

}  // namespace segmoe::ui
