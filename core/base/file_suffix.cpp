// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/file_suffix.h"

#include "core/base/ascii.h"

namespace segmoe {

std::string lowerSuffix(const std::filesystem::path& path) { return asciiLower(path.extension().string()); }

}  // namespace segmoe
