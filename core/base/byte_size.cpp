// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/byte_size.h"

#include <array>
#include <cmath>

namespace segmoe {

std::string byteSizeText(std::uint64_t bytes) {
    static constexpr std::array kUnits = {"kB", "MB", "GB", "TB", "PB", "EB"};
    if (bytes == 1) return "1 byte";
    if (bytes < 1000) return std::to_string(bytes) + " bytes";
    double value = static_cast<double>(bytes) / 1000.0;
    std::size_t unit = 0;
    // 999.5 would be shown as 1000: the next unit says it better.
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000.0;
        ++unit;
    }
    const auto tenths = static_cast<std::uint64_t>(std::llround(value * 10.0));
    std::string number = std::to_string(tenths >= 100 ? static_cast<std::uint64_t>(std::llround(value)) : tenths / 10);
    if (tenths < 100) number.append(".").append(std::to_string(tenths % 10));
    return number.append(" ").append(kUnits[unit]);
}

}  // namespace segmoe
