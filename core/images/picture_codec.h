// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/picture_format.h"
#include "core/domain/render_result.h"
#include "core/images/png_text.h"

namespace segmoe::images {

/// What the first bytes say, whatever the file is called.
std::optional<PictureFormat> detectPictureFormat(std::string_view bytes);

/// Pixels of a PNG, JPEG or still WebP, turned upright as its EXIF orientation asks. longestSide > 0: at least this
/// many pixels on the longest side are enough, the picture may come smaller than it is. `source` names the file in
/// messages. Throws Error{ImageDecodeFailed}.
Picture decodePicture(std::string_view bytes, const std::string& source, int longestSide = 0);

/// Width and height without decoding. Throws Error{ImageDecodeFailed}.
std::pair<int, int> readPictureSize(std::string_view bytes, const std::string& source);

/// Every text of a PNG, JPEG or WebP: PNG texts under their keywords; EXIF as "UserComment", "Make", "Model",
/// "ImageDescription", "Software" and our own "segmoe"; XMP as "XML:com.adobe.xmp"; a JPEG's comment as "Comment".
/// Throws Error{ImageDecodeFailed}.
std::vector<PngText> readPictureTexts(std::string_view bytes, const std::string& source);

/// Which of the two texts found no room. Only a JPEG has a limit: 65533 bytes for both.
struct LeftOut {
    bool segmoe = false;
    bool parameters = false;
    bool operator==(const LeftOut&) const = default;
};

/// A whole file with both texts; empty texts are not written. quality 1…100 is for JPEG and WebP.
/// Throws Error{ImageWriteFailed}.
std::string encodePicture(const Picture& picture, PictureFormat format, int quality, const std::string& parameters,
                          const std::string& segmoe, LeftOut* leftOut = nullptr);

/// The same file without any texts, EXIF, XMP or time stamp; colours and pixels stay as they are.
/// Throws Error{ImageDecodeFailed}.
std::string withoutTexts(std::string_view bytes, const std::string& source);

/// withoutTexts() and then only `parameters`. The same errors and Error{ImageWriteFailed}.
std::string withOnlyParameters(std::string_view bytes, const std::string& parameters, const std::string& source,
                               LeftOut* leftOut = nullptr);

}  // namespace segmoe::images
