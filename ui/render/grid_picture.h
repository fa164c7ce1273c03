// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QImage>

#include "ui/render/grid_plan.h"

namespace segmoe::ui {

/// The pictures of a grid side by side, with the values above and beside them. cells: row by row; null = none came out.
/// A cell is as large as the largest picture; the whole is made smaller when it would be longer than 8192 pixels.
QImage gridPicture(const GridPlan& plan, const std::vector<QImage>& cells);

}  // namespace segmoe::ui
