// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/stopwatch.h"

#include <array>
#include <cstdio>

namespace segmoe {

std::string Stopwatch::text() const {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.2f s", seconds());
    return buffer.data();
}

}  // namespace segmoe
