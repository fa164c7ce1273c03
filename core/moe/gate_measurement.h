// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/moe/gate_builder.h"

namespace segmoe::moe {

/// Token means of the layer inputs of one expert, by InputCapture's names, fp32 [C] on the CPU.
using InputMeans = std::map<std::string, at::Tensor>;

/// UNet evaluations that measuring one prompt takes.
int evaluationsPerPrompt(const GateRequest& request);

/// Draws each prompt of an expert as the method says and measures the last evaluation; one result per prompt. The UNet
/// is loaded here and freed on return. onEvaluation is called after each evaluation. Throws as buildGates and as Unet.
std::vector<InputMeans> measureExpert(const GateRequest& request, const GateExpert& expert,
                                      const std::function<void()>& onEvaluation, const CancelToken& cancel);

}  // namespace segmoe::moe
