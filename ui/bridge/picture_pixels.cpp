// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/picture_pixels.h"

namespace segmoe::ui {

Picture toPicture(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    Picture picture{.width = rgb.width(), .height = rgb.height(), .rgb = {}};
    for (int y = 0; y < rgb.height(); ++y)
        picture.rgb.insert(picture.rgb.end(), rgb.constScanLine(y), rgb.constScanLine(y) + 3 * rgb.width());
    return picture;
}

}  // namespace segmoe::ui
