// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace segmoe {

/// The suffix with its dot in lower case (ASCII): ".safetensors" of "Model.SafeTensors"; empty when there is none.
std::string lowerSuffix(const std::filesystem::path& path);

}  // namespace segmoe
