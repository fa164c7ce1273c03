// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/base/progress.h"

namespace segmoe::ui {

/// "Sampling, step 11 of 20 · 2 s left" in the user's language.
QString progressText(const Progress& progress);
/// Seconds in words, coarser the longer it takes: "4 s", "35 s", "3 min".
QString etaText(double seconds);

}  // namespace segmoe::ui
