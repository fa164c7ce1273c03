// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/render_request.h"
#include "core/pipeline/model_files.h"

namespace segmoe::pipeline {

inline constexpr int kDefaultSteps = 20;
inline constexpr int kDefaultStepsSdxl = 25;
inline constexpr double kDefaultGuidance = 7.0;
inline constexpr double kDefaultGuidanceSdxl = 5.0;

/// The request with every "as the model recommends" filled in: size, steps, guidance, seed (drawn when -1), what the
/// mixture's recipe says about routing, precision and compat where the request keeps the default, and compat carried
/// into the routing policy. Rules of a request replace those of the mixture as a whole. Throws what validate() throws
/// and Error{SizeUnsupported, FormatUnsupported} for models that cannot render a picture from text alone (inpainting
/// and editing UNets).
RenderRequest withDefaults(RenderRequest request, const ModelFiles& files);

/// The request's precision, or the mixture's where the request leaves it open.
Precision wantedPrecision(const RenderRequest& request, const ModelFiles& files);

}  // namespace segmoe::pipeline
