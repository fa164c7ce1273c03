// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/orientation.h"

#include <algorithm>

namespace segmoe::images {

Picture oriented(Picture picture, int orientation) {
    if (orientation <= 1 || orientation > 8) return picture;
    const int width = picture.width;
    const int height = picture.height;
    const bool isTransposed = orientation >= 5;
    // Where the shown picture's first row and column lie in the stored one.
    const bool flipX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool flipY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Picture shown{isTransposed ? height : width, isTransposed ? width : height, {}};
    shown.rgb.resize(picture.rgb.size());
    std::uint8_t* out = shown.rgb.data();
    for (int y = 0; y < shown.height; ++y)
        for (int x = 0; x < shown.width; ++x, out += 3) {
            const int column = isTransposed ? y : x;
            const int row = isTransposed ? x : y;
            const auto fromX = static_cast<std::size_t>(flipX ? width - 1 - column : column);
            const auto fromY = static_cast<std::size_t>(flipY ? height - 1 - row : row);
            std::copy_n(picture.rgb.data() + 3 * (fromY * static_cast<std::size_t>(width) + fromX), 3, out);
        }
    return shown;
}

}  // namespace segmoe::images
