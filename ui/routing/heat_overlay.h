// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QImage>
#include <QString>

#include "ui/routing/routing_controller.h"
#include "ui/widgets/heat_palette.h"
#include "ui/widgets/theme_tokens.h"

class QPainter;

namespace segmoe::ui {

/// Range of the colours of a numeric map.
enum class HeatScale { PerLayer, ZeroToOne, WholeCapture };

struct OverlayStyle {
    HeatPalette palette = HeatPalette::Cividis;
    HeatScale scale = HeatScale::PerLayer;
    bool smooth = false;
    double opacity = 0.55;
    bool operator==(const OverlayStyle&) const = default;
};

/// What is laid over the picture: one colour per cell, with what it means.
struct HeatOverlay {
    QImage image;                ///< a pixel per cell; null = nothing is drawn
    std::vector<int> winners;    ///< [cell] for the Winner map, which has patterns; else empty
    std::vector<double> shares;  ///< [expert] of places won, for the Winner map
    bool diverging = false;
    double low = 0.0;  ///< the numbers of the first and the last colour
    double high = 1.0;
    QString caption;  ///< what is averaged
    QString summary;  ///< for assistive technology
    QString reason;   ///< why there is nothing to draw; empty when there is, or when nothing is wanted

    bool isPending = false;  ///< its numbers are still being computed: RoutingPart::Maps tells when they are there

    bool isNumeric() const { return !image.isNull() && winners.empty(); }
    /// Draws it over the picture that lies in `target`.
    void paint(QPainter& painter, const QRectF& target, const OverlayStyle& style, const ThemeTokens& tokens) const;
};

/// The overlay that the selection means.
HeatOverlay makeOverlay(RoutingController& controller, const OverlayStyle& style, const ThemeTokens& tokens);

/// "mostly centre and lower left": where on the picture the marked cells are.
QString whereText(const std::vector<bool>& marked, QSize grid);

}  // namespace segmoe::ui
