// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "core/domain/picture_format.h"
#include "core/domain/render_result.h"

namespace segmoe {

struct PictureSaving {
    std::optional<PictureFormat> format;  ///< nothing = by the file's suffix, PNG when it says none
    int quality = 90;                     ///< JPEG and WebP, 1…100
    MetadataLevel level = MetadataLevel::Full;
};

/// Metadata that a format had no room for (a JPEG header holds 65533 bytes); the window tells the user.
struct UnsavedMetadata {
    bool segmoe = false;
    bool parameters = false;
};

/// ".png", ".jpg", ".jpeg", ".webp" in any case; nothing for another suffix.
std::optional<PictureFormat> pictureFormatOfSuffix(const std::filesystem::path& file);

/// A picture with its texts: Text writes `parameters`, Full adds `segmoe`. Atomic: the file is whole or absent.
/// Throws Error{NotWritable, DiskFull, ImageWriteFailed}.
UnsavedMetadata savePicture(const RenderedImage& image, const std::filesystem::path& file,
                            const PictureSaving& saving = {});

/// Writes a picture file anew, elsewhere or in another format. In the same format pixels are copied bit by bit; Full
/// then keeps every text, else `parameters` and `segmoe` where the source has them.
/// Throws Error: FileMissing, ImageDecodeFailed, NotWritable, DiskFull, ImageWriteFailed.
UnsavedMetadata convertPicture(const std::filesystem::path& source, const std::filesystem::path& target,
                               const PictureSaving& saving);

}  // namespace segmoe
