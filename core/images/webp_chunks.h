// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::images {

/// One chunk of a WebP file: a view into the file's bytes.
struct WebpChunk {
    std::string_view type;  ///< four letters: "VP8 ", "VP8X", "EXIF"…
    std::string_view data;
};

/// The chunks of a WebP file; what follows the RIFF length is ignored. At most 1000. `source` names the file in
/// messages. Throws Error{ImageDecodeFailed}.
std::vector<WebpChunk> readWebpChunks(std::string_view webp, const std::string& source);

/// The file made of these chunks.
std::string makeWebp(const std::vector<WebpChunk>& chunks);

/// The same picture with this EXIF block instead of its own EXIF and XMP; an empty block leaves none. width and height
/// in pixels. Pixels are copied as they are.
std::string withWebpExif(std::string_view webp, std::string_view exif, int width, int height,
                         const std::string& source);

}  // namespace segmoe::images
