// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include "core/domain/render_result.h"

namespace segmoe::ui {

/// The pixels of an image as the core has them; the way back from toImage(). Empty for a null image.
Picture toPicture(const QImage& image);

}  // namespace segmoe::ui
