// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "core/domain/render_request.h"
#include "tests/support/test_support.h"

namespace segmoe::test {

// How far a whole picture may be from the reference's (segmoe.md §8, fp32).
inline constexpr double kLatentLimit = 1e-4;  ///< relative RMS of the final latents
inline constexpr int kPixelLimit = 2;         ///< levels of 255

/// The settings that golden_pipeline.py and golden_mixtures.py store with a picture.
inline RenderRequest goldenRequest(const nlohmann::json& settings) {
    RenderRequest request;
    request.model = goldenPath("models/" + settings["model"].get<std::string>()).string();
    request.prompt = settings["prompt"].get<std::string>();
    if (settings["negative"].is_string()) request.negative = settings["negative"].get<std::string>();
    request.steps = settings["steps"].get<int>();
    request.width = settings["width"].get<int>();
    request.height = settings["height"].get<int>();
    request.guidanceScale = settings["guidance"].get<double>();
    request.guidanceRescale = settings["rescale"].get<double>();
    request.clipSkip = settings["clip_skip"].get<int>();
    request.sampler = *parseSampler(settings["sampler"].get<std::string>());
    request.schedule = *parseSchedule(settings["schedule"].get<std::string>());
    request.seed = 0;
    request.device = "cpu";
    request.precision = Precision::Fp32;
    return request;
}

}  // namespace segmoe::test
