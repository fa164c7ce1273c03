// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "core/models/clip_text_config.h"
#include "core/models/unet_config.h"
#include "core/models/vae_config.h"
#include "core/weights/tensor_source.h"

namespace segmoe::pipeline {

/// config.json of a component as diffusers and transformers write it; parsing it again gives an equal config.
nlohmann::json unetDocument(const UnetConfig& config);
nlohmann::json vaeDocument(const VaeConfig& config);
nlohmann::json clipTextDocument(const ClipTextConfig& config);

/// The structure of a single file's other networks from their shapes. What shapes do not tell (heads, activation,
/// groups, scaling) is what the published models of that width have. Throws Error{ComponentMissing} naming the first
/// tensor missed.
VaeConfig detectVaeConfig(const TensorSource& vae, bool isSdxl);
ClipTextConfig detectClipTextConfig(const TensorSource& encoder);

}  // namespace segmoe::pipeline
