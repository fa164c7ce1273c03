// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/domain/render_result.h"
#include "core/images/png_text.h"

namespace segmoe::images {

struct PngFile {
    Picture picture;
    std::vector<PngText> texts;
};

/// An 8-bit RGB PNG with the texts before its pixels. The same input gives the same bytes (for one zlib).
/// Throws Error{ImageWriteFailed} for a picture whose size and bytes disagree.
std::string encodePng(const Picture& picture, const std::vector<PngText>& texts = {});

/// Any PNG as 8-bit RGB: transparency is dropped, 16 bits are cut to 8. Sides up to 16384, 100 million pixels.
/// `source` names the file in messages. Throws Error{ImageDecodeFailed}.
Picture decodePng(std::string_view png, const std::string& source);

/// Width and height. Throws Error{ImageDecodeFailed}.
std::pair<int, int> readPngSize(std::string_view png, const std::string& source);

/// Whole or not at all (AtomicFile). Throws Error: ImageWriteFailed, FolderMissing, NotWritable, DiskFull, LocalIo.
void writePng(const std::filesystem::path& path, const Picture& picture, const std::vector<PngText>& texts = {});

/// Pixels and texts of a file up to 1 GiB. Throws Error: FileMissing, LocalIo, ImageDecodeFailed.
PngFile readPng(const std::filesystem::path& path);

/// Only the texts, without decoding pixels. Throws as readPng.
std::vector<PngText> readPngTexts(const std::filesystem::path& path);

}  // namespace segmoe::images
