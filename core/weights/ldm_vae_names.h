// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/weights/prefix_map.h"

namespace segmoe {

/// LDM module ↔ diffusers module for the autoencoder whose tensor names these are, without a leading
/// "first_stage_model.". The decoder's levels are numbered from the other end there. Names of either layout may be
/// given. Reference: convert_ldm_vae_checkpoint in diffusers/loaders/single_file_utils.py.
PrefixPairs ldmVaePairs(const std::vector<std::string>& names);

/// Whether this tensor, by its diffusers name, is a [C, C] matrix that LDM files keep as a [C, C, 1, 1] convolution.
bool isVaeAttentionMatrix(std::string_view diffusersName);

}  // namespace segmoe
