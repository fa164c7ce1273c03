// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/domain/architecture.h"
#include "core/domain/render_request.h"
#include "core/domain/render_result.h"
#include "core/pipeline/model_files.h"
#include "core/weights/weight_scope.h"

namespace segmoe::pipeline {

/// Fills the texts of a rendered picture: the A1111 `parameters` line, our own `segmoe` JSON, and the request of its
/// trace. Never contains a path, a user or a host name. request must have passed withDefaults.
void describeGeneration(RenderedImage& image, int index, const RenderRequest& request, const ModelFiles& files,
                        const Placement& placement);

/// "sd15", "sd2", "sdxl", "ssd1b", "vega" or "custom": how files and programs spell an architecture.
std::string architectureKey(const Architecture& architecture);

}  // namespace segmoe::pipeline
