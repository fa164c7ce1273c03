// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace segmoe {

struct ForecastTerm {
    std::string name;  ///< "UNet weights (shared + 1 of 4 experts)"…
    std::int64_t bytes = 0;
};

/// What a run will need, before it starts (performance.md §4). Bytes are 1e9-based only in words.
struct MemoryForecast {
    std::vector<ForecastTerm> terms;
    std::int64_t peakBytes = 0;       ///< private memory at the highest point
    std::int64_t mappedBytes = 0;     ///< touched pages of mapped files: cache, not demand
    std::int64_t diskBytes = 0;       ///< written by a build; 0 for a render
    std::int64_t availableBytes = 0;  ///< what the device or machine has free now
    double seconds = -1.0;            ///< estimated time, -1 = unknown
    std::string device;
    std::vector<std::string> savings;  ///< low-memory steps applied, in words
    bool fits() const { return availableBytes == 0 || peakBytes <= availableBytes; }
};

}  // namespace segmoe
