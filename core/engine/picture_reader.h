// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/domain/picture_settings.h"
#include "core/domain/render_result.h"
#include "core/engine/picture_file.h"

namespace segmoe {

/// What a PNG, JPEG or WebP file says about how it was made, whichever program wrote it. A picture without settings
/// gives an empty `format`. Reads no pixels. Throws Error: FileMissing, LocalIo, ImageDecodeFailed.
PictureSettings readPictureSettings(const std::filesystem::path& file);

/// The same for a text from the clipboard; an empty `format` when it holds no settings. Never throws.
PictureSettings readPictureSettingsFromText(std::string_view text);

/// Pixels, upright. longestSide > 0: the picture may come smaller, with at least that many pixels on its longest side
/// where it has them. Throws Error: FileMissing, LocalIo, ImageDecodeFailed.
Picture readPicture(const std::filesystem::path& file, int longestSide = 0);

/// The functions of this header and of picture_file.h as an object, for whoever cannot link them. Every function may be
/// called from any thread, several at a time.
class PictureAccess {
public:
    virtual ~PictureAccess() = default;
    virtual PictureSettings settings(const std::filesystem::path& file) = 0;
    virtual PictureSettings settingsFromText(std::string_view text) = 0;
    virtual Picture read(const std::filesystem::path& file, int longestSide) = 0;
    virtual UnsavedMetadata convert(const std::filesystem::path& source, const std::filesystem::path& target,
                                    const PictureSaving& saving) = 0;
};
std::unique_ptr<PictureAccess> makePictureAccess();

}  // namespace segmoe
