// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/render_result.h"

namespace segmoe::images {

/// The picture as EXIF orientation 1…8 wants it shown: mirrored, turned by quarters, or both (TIFF 6.0, tag 274).
Picture oriented(Picture picture, int orientation);

}  // namespace segmoe::images
