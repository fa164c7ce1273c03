// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/moe/gate_builder.h"

namespace segmoe::moe {

/// UNet evaluations that measuring one prompt takes.
int evaluationsPerPrompt(const GateRequest& request);

/// Draws each prompt of an expert that is not known yet as the method says and measures the last evaluation; one result
/// per such prompt, in order. The UNet is loaded here and freed on return. onEvaluation is called after each
/// evaluation. Throws as buildGates and as Unet.
std::vector<InputMeans> measureExpert(const GateRequest& request, const GateExpert& expert,
                                      const std::function<void()>& onEvaluation, const CancelToken& cancel);

}  // namespace segmoe::moe
