// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/models/unet.h"

namespace segmoe::bench {

/// Seeded random inputs of a step of the SD 1 pipeline in a folder, two rows: both guidance halves.
UnetInput stepInput(const std::filesystem::path& folder, int pixels);

/// The same for the reference: "sample", "timestep", "context".
void saveStepInput(const UnetInput& input, const std::filesystem::path& file);

}  // namespace segmoe::bench
