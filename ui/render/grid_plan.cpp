// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/grid_plan.h"

namespace segmoe::ui {

RenderRequest GridPlan::request(int column, int row) const {
    RenderRequest request = base;
    const auto apply = [&request](GridAxis axis, const std::vector<GridValue>& values, int place) {
        applyGridValue(request, axis, values[static_cast<std::size_t>(place)], values.front().text);
    };
    apply(x, xValues, column);
    apply(y, yValues, row);
    return request;
}

}  // namespace segmoe::ui
