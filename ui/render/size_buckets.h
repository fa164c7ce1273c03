// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "core/engine/render_engine.h"

namespace segmoe::ui {

struct SizeBucket {
    QString title;  ///< "Portrait 2:3"
    int width = 0;
    int height = 0;
};

/// Sizes a model was trained for, the native square first (ui.md §7.2). Derived from its native size for others.
std::vector<SizeBucket> sizeBuckets(const Architecture& architecture, int nativeSize);

}  // namespace segmoe::ui
