// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/render/grid_axis.h"

namespace segmoe::ui {

struct GridPlan {
    RenderRequest base;  ///< seed drawn, one picture
    GridAxis x = GridAxis::None;
    GridAxis y = GridAxis::None;
    std::vector<GridValue> xValues;  ///< at least one, also without an axis
    std::vector<GridValue> yValues;

    int count() const { return static_cast<int>(xValues.size() * yValues.size()); }
    /// Column x, row y.
    RenderRequest request(int x, int y) const;
};

}  // namespace segmoe::ui
