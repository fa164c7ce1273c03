// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/arrow_keys.h"

namespace segmoe::ui {

std::optional<QPoint> arrowDirection(int key) {
    switch (key) {
        case Qt::Key_Left: return QPoint{-1, 0};
        case Qt::Key_Right: return QPoint{1, 0};
        case Qt::Key_Up: return QPoint{0, -1};
        case Qt::Key_Down: return QPoint{0, 1};
        default: return std::nullopt;
    }
}

}  // namespace segmoe::ui
