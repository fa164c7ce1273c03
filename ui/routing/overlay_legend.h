// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include "ui/routing/heat_overlay.h"

namespace segmoe::ui {

/// The picture with its overlay, and below it on white what the colours mean: the experts of a winner map with their
/// shares, or the scale of the numbers; and what is averaged. `tokens`: those the overlay was painted with.
QImage withLegend(const QImage& picture, const HeatOverlay& overlay, const OverlayStyle& style,
                  const RoutingModel& model, const ThemeTokens& tokens);

}  // namespace segmoe::ui
