// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::images {

inline constexpr std::size_t kMaxTailBytes = 256 * 1024;
inline constexpr std::size_t kMaxTailDepth = 8;

/// The last line of a generation text, taken apart but not interpreted.
struct GenerationLine {
    std::vector<std::pair<std::string, std::string>> pairs;  ///< quotes of values resolved
    std::string hashes;                                      ///< JSON object, or empty
    std::string civitaiResources;                            ///< JSON array, or empty
};

/// Cuts out the JSON after "Hashes: " and "Civitai resources: " by its brackets, then splits the rest into "key: value"
/// pairs at commas outside quotes; pieces without a key are passed over. Linear in time.
/// Throws Error{ImageDecodeFailed} above 2000 pairs or 256 KiB of one JSON value.
GenerationLine splitGenerationLine(std::string_view line, const std::string& source);

}  // namespace segmoe::images
