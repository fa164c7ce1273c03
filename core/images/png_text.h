// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace segmoe::images {

/// A text in a PNG file.
struct PngText {
    std::string keyword;  ///< "parameters", "segmoe", "prompt"…
    std::string text;     ///< UTF-8
    bool operator==(const PngText&) const = default;
};

/// Every tEXt, zTXt and iTXt of a PNG file, in file order. Limits: 16 MiB and a ratio of 200 for a compressed text,
/// 64 MiB over all. `source` names the file in messages. Throws Error{ImageDecodeFailed}.
std::vector<PngText> readPngTexts(std::string_view png, const std::string& source);

/// The chunk for a text: tEXt when everything is Latin-1, else uncompressed iTXt, because some readers see no
/// compressed texts. Throws Error{ImageWriteFailed} for a keyword PNG does not allow or a text with NUL or broken
/// UTF-8.
std::string makePngTextChunk(const PngText& text);

/// The first text with this keyword, or nothing.
const PngText* findPngText(const std::vector<PngText>& texts, std::string_view keyword);

}  // namespace segmoe::images
