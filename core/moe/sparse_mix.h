// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/moe/routing_run.h"
#include "core/moe/routing_site.h"

namespace segmoe::moe {

/// What one expert of a site makes of x [b, N, Cin]: one [b, N, Cout_i] per output of the layer, in the compute type.
using ExpertForward = std::function<std::vector<at::Tensor>(int expert, const at::Tensor& x)>;

/// The sparse layer of segmoe.md §3.3. One decision for the input x [B, N, Cin] of the site, then
/// k = 1: y = f_S(x), no logits at all;  k ≥ 2: w = softmax_fp32(x·G_Sᵀ / τ) per token, y = Σ w_i f_i(x) accumulated in
/// fp32. Groups of rows that chose the same experts run together, others one set after another. Throws
/// Error{InternalError} when the run has no routing; Cancelled.
std::vector<at::Tensor> mixExperts(const at::Tensor& x, const RoutingSite& site, nn::RunContext& run,
                                   const ExpertForward& expert);

/// The site a layer was built with, as the run's table has it: its gates may have been measured anew since.
const RoutingSite& currentSite(const RoutingSite& built, const nn::RunContext& run);

}  // namespace segmoe::moe
