// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include "core/domain/render_request.h"

namespace segmoe {

/// Applies token weights to the states of a text encoder, in fp32, returned in the dtype of the states.
///   KeepMean   z·w, then scaled so that the mean of the part's states is what it was (AUTOMATIC1111)
///   Plain      z·w
///   FromEmpty  z₀ + (z − z₀)·w with the states z₀ of the empty prompt (ComfyUI)
/// states [N, 77, D], one row per part; weights [N, 77] fp32; emptyStates [1, 77, D], used by FromEmpty only.
/// Parts whose weights are all 1 come back bit for bit. Throws Error{InternalError} for shapes that do not fit.
at::Tensor applyTokenWeights(const at::Tensor& states, const at::Tensor& weights, WeightRule rule,
                             const at::Tensor& emptyStates);

}  // namespace segmoe
