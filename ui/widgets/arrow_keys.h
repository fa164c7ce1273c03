// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPoint>

namespace segmoe::ui {

/// One cell to the left, right, up or down on the screen for an arrow key; nothing for other keys.
std::optional<QPoint> arrowDirection(int key);

}  // namespace segmoe::ui
