// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/weights/prefix_map.h"
#include "core/weights/renamed_source.h"
#include "core/weights/tensor_source.h"

namespace segmoe {

/// OpenCLIP module ↔ transformers module for a text model of so many layers. Names without prefix on the left
/// ("transformer.resblocks.0.ln_1"), with "text_model." on the right. in_proj and text_projection differ in more than
/// name and are not in the list. Reference: convert_open_clip_checkpoint in diffusers/loaders/single_file_utils.py.
PrefixPairs openClipPairs(std::size_t layers);

/// Transformers names → the parts of OpenCLIP tensors under `prefix` ("conditioner.embedders.1.model."): in_proj is
/// split into q, k, v; text_projection is transposed. Left out: logit_scale, and of an SD2 encoder (`isSd2`) the 24th
/// layer and the projection, which the pipeline never uses.
RenamedSource::Table openClipToTransformers(const TensorSource& source, const std::string& prefix, bool isSd2);

/// The inverse: names under `prefix` → parts of a transformers text encoder.
RenamedSource::Table transformersToOpenClip(const TensorSource& encoder, const std::string& prefix);

}  // namespace segmoe
