// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QSize>

#include "ui/routing/routing_model.h"
#include "ui/routing/routing_statistics.h"

namespace segmoe::ui {

/// A weight per expert and place of the picture.
struct PlaceMap {
    int width = 0;
    int height = 0;
    int layers = 0;                           ///< decisions that were averaged, without counting steps
    std::vector<std::vector<float>> experts;  ///< [expert][height · width]; sums to 1 over the experts

    bool isEmpty() const { return width == 0; }
    float at(int expert, int x, int y) const {
        return experts[static_cast<std::size_t>(expert)][static_cast<std::size_t>(y * width + x)];
    }
};

/// The mean map of several decisions: each is scaled to the largest grid without smoothing. Applied weights are the
/// preferences of the chosen experts, scaled to sum 1. Empty when no map was recorded.
PlaceMap placeMap(const RoutingModel& model, const std::vector<int>& sites, StepSpan steps, ValueKind value,
                  GuidanceHalf half);

/// How many recorded values placeMap() reads.
qint64 placeMapCost(const RoutingModel& model, const std::vector<int>& sites, StepSpan steps);

/// Expert with the largest weight at each place.
std::vector<int> winners(const PlaceMap& map);
/// Entropy of the weights ÷ log E at each place.
std::vector<float> uncertainty(const PlaceMap& map);
/// Weight of an expert minus its mean over all places.
std::vector<float> differenceFromMean(const PlaceMap& map, int expert);
/// b − a for an expert; empty when the grids differ.
std::vector<float> differenceOf(const PlaceMap& a, const PlaceMap& b, int expert);

/// The cells of a grid that an area of the picture (0…1) touches.
QRect cellsIn(const QRectF& place, QSize grid);
/// Mean over an area of each expert's weight. Empty without a map.
std::vector<double> weightsAt(const PlaceMap& map, const QRectF& place);
/// The same place through all blocks of the layout, for one kind or the mean of them. NaN where nothing is known.
Matrix weightsAtThroughBlocks(const RoutingModel& model, const RoutingSelection& selection, const QRectF& place);

/// Spread of an expert's weight over places: five numbers.
struct PlaceSpread {
    double low = kNothing, lowerQuartile = kNothing, median = kNothing, upperQuartile = kNothing, high = kNothing;
};
/// Per block of the layout.
std::vector<PlaceSpread> placeSpreads(const RoutingModel& model, const RoutingSelection& selection);

}  // namespace segmoe::ui
