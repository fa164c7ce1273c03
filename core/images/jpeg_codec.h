// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/domain/render_result.h"

namespace segmoe::images {

/// A baseline JPEG, 4:4:4 from quality 90 on, else 4:2:0. quality: 1…100 of libjpeg.
/// Throws Error{ImageWriteFailed} for a picture whose size and bytes disagree.
std::string encodeJpeg(const Picture& picture, int quality);

/// Any 8-bit JPEG as RGB, grey and CMYK included. longestSide > 0: the smallest of 1/1, 1/2, 1/4, 1/8 whose longest
/// side is not below it, which costs a fraction of the time. Sides up to 16384, 100 million pixels, 200 scans. `source`
/// names the file in messages. Throws Error{ImageDecodeFailed}.
Picture decodeJpeg(std::string_view jpeg, const std::string& source, int longestSide = 0);

/// Width and height as stored. Throws Error{ImageDecodeFailed}.
std::pair<int, int> readJpegSize(std::string_view jpeg, const std::string& source);

}  // namespace segmoe::images
