// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/cancel_token.h"

namespace segmoe::moe {
class RoutingRun;
}

namespace segmoe::nn {

/// All that changes during a run and is passed down forward(): a loaded network is const and may be shared by several
/// runs at once. One RunContext belongs to one thread.
struct RunContext {
    CancelToken cancel;                  ///< checked per layer
    moe::RoutingRun* routing = nullptr;  ///< borrowed; needed when the network has mixed layers
    int step = 0;                        ///< index of the solver step, for traces and scheduled rules
    int steps = 1;
    int uncondRows = 0;  ///< the first uncondRows rows of the batch are the negative half (0 = none)
    int images = 1;      ///< pictures in the batch; rows of a half belong to pictures in order

    /// Cross-attention keys and values depend on the prompt alone: computed once per prompt and layer, kept here by the
    /// address of the layer. Cleared when the context tensor changes.
    std::map<const void*, std::vector<at::Tensor>> crossKeyValues;
    bool keepCrossKeyValues = false;  ///< set by the pipeline for runs with a constant context
};

}  // namespace segmoe::nn
