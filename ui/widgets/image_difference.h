// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace segmoe::ui {

/// Mean absolute difference of red, green and blue, 0…255, as an 8-bit grey picture of the larger size; the smaller
/// picture is scaled up. Null when one of them is null.
QImage imageDifference(const QImage& a, const QImage& b);

/// Share of pixels, 0…1, that differ by more than a level.
double shareAbove(const QImage& difference, int level);

/// The difference in the colours of the heat palette; `brightest` of 255 has the last colour.
QImage colorizeDifference(const QImage& difference, int brightest = 64);

}  // namespace segmoe::ui
