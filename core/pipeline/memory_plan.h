// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/memory_forecast.h"
#include "core/domain/render_request.h"
#include "core/models/vae.h"
#include "core/pipeline/model_files.h"
#include "core/weights/weight_scope.h"

namespace segmoe::pipeline {

/// What a render needs, from headers alone (performance.md §4). request must have passed withDefaults.
MemoryForecast forecastRender(const ModelFiles& files, const RenderRequest& request, const Placement& placement);

/// Bytes of a UNet's tensors in the compute type, split the way routing touches them.
struct UnetBytes {
    std::int64_t shared = 0;     ///< everything that is not an expert
    std::int64_t perExpert = 0;  ///< one of the E sets
    std::int64_t mapped = 0;     ///< of both, what needs no conversion and is used in place
};
UnetBytes unetBytes(const TensorSource& unet, int experts, at::ScalarType compute);

/// A VAE computes in 32 bits where everything else has 16 of the narrow kind.
at::ScalarType vaeType(const Placement& placement);

/// How many bytes of experts may stay loaded under memoryLimit(), beside everything else of the model; 0 = no limit.
/// Weights of a GPU do not count.
std::int64_t expertBudget(const ModelFiles& files, const Placement& placement);

/// Whether to decode tile by tile: as asked, or when the whole picture would take more than half of the free memory.
bool useTiledDecode(const RenderRequest& request, const Vae& vae, const Placement& placement);

}  // namespace segmoe::pipeline
