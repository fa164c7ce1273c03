// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/images/png_text.h"

namespace segmoe::images {

/// The TIFF block of an EXIF header that carries `comment` as UserComment ("UNICODE" NUL, UTF-16BE) and, when given,
/// `note` as MakerNote after the word "SegMoE" and a NUL. Both are UTF-8. JPEG wants kExifPrefix before it.
std::string makeExif(std::string_view comment, std::string_view note = {});

inline constexpr std::string_view kExifPrefix{"Exif\0\0", 6};

/// What an EXIF block says in words.
struct ExifTexts {
    std::vector<PngText> texts;  ///< "UserComment", "Make", "Model", "ImageDescription", "Software"; our note "segmoe"
    int orientation = 1;         ///< 1…8 of the TIFF specification
};

/// Reads a TIFF block with or without kExifPrefix. UserComment: UNICODE by byte-order mark or by where the zero bytes
/// are, ASCII, undefined or no code at all; JIS is passed over. At most 64 entries per directory, each directory
/// once. Damaged parts are passed over, what can be read is returned: EXIF never makes a picture unreadable.
ExifTexts readExif(std::string_view exif);

/// UTF-16 with or without a byte-order mark as UTF-8; broken surrogates become U+FFFD.
std::string utf16ToUtf8(std::string_view bytes);

}  // namespace segmoe::images
