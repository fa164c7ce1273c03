// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "core/domain/render_result.h"

namespace segmoe {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

/// Labels of pictures that the command line draws without Qt: 5×7 pixels a letter, 6 from letter to letter. ASCII; what
/// has no glyph is drawn as a question mark. Everything is clipped to the picture.
inline constexpr int kGlyphHeight = 7;
inline constexpr int kGlyphAdvance = 6;

int textWidth(std::string_view text, int scale = 1);
void drawText(Picture& picture, int x, int y, std::string_view text, Rgb colour, int scale = 1);
void fillRect(Picture& picture, int x, int y, int width, int height, Rgb colour);

}  // namespace segmoe
