// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace segmoe {

/// "2.1 GB", "640 MB", "12 bytes": powers of 1000, one decimal below ten of a unit.
std::string byteSizeText(std::uint64_t bytes);

}  // namespace segmoe
