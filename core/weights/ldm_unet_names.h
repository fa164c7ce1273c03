// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/weights/prefix_map.h"

namespace segmoe {

/// LDM module ↔ diffusers module for the UNet whose tensor names these are, without the leading
/// "model.diffusion_model.". Levels, layers per block, attentions and the middle are read from the names themselves, so
/// SD1.x, SD2.x, SDXL, SSD-1B, Vega and custom layouts need no table of their own. Names of either layout may be given.
/// Reference: convert_ldm_unet_checkpoint in diffusers/loaders/single_file_utils.py.
PrefixPairs ldmUnetPairs(const std::vector<std::string>& names);

}  // namespace segmoe
