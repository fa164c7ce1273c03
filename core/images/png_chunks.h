// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segmoe::images {

/// One chunk of a PNG file: a view into the file's bytes.
struct PngChunk {
    std::string_view type;  ///< four letters
    std::string_view data;
    std::size_t offset = 0;  ///< of the chunk (its length field) in the file
};

/// All chunks of a PNG file, IHDR to IEND, with lengths and CRCs checked; what follows IEND is ignored. At most 1000
/// chunks other than IDAT. `source` names the file in messages. Throws Error{ImageDecodeFailed}.
std::vector<PngChunk> readPngChunks(std::string_view png, const std::string& source);

/// The bytes of a chunk with length and CRC.
std::string makePngChunk(std::string_view type, std::string_view data);

}  // namespace segmoe::images
