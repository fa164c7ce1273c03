// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/weights/tensor_source.h"

namespace segmoe {

/// A text encoder's tensors under one spelling, whichever of both the file uses: every name begins with "text_model.",
/// except text_projection.weight; position_ids are left out. Returns the source itself when nothing is to change.
TensorSourcePtr normalisedTextEncoder(TensorSourcePtr encoder);

/// An autoencoder's tensors with today's attention names (query → to_q, key → to_k, value → to_v, proj_attn → to_out.0)
/// and [C, C] attention matrices. Returns the source itself when nothing is to change.
TensorSourcePtr normalisedVae(TensorSourcePtr vae);

}  // namespace segmoe
