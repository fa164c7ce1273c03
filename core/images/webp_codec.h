// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/domain/render_result.h"

namespace segmoe::images {

/// A lossy WebP. quality: 1…100 of libwebp. Throws Error{ImageWriteFailed} for a picture whose size and bytes disagree
/// or whose sides exceed 16383, the most the format can say.
std::string encodeWebp(const Picture& picture, int quality);

/// A still WebP, lossy or lossless, as RGB without its transparency. longestSide > 0: scaled while decoding to that
/// longest side. Sides up to 16383, 100 million pixels. `source` names the file in messages.
/// Throws Error{ImageDecodeFailed}.
Picture decodeWebp(std::string_view webp, const std::string& source, int longestSide = 0);

/// Width and height. Throws Error{ImageDecodeFailed}.
std::pair<int, int> readWebpSize(std::string_view webp, const std::string& source);

}  // namespace segmoe::images
