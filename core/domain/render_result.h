// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/memory_forecast.h"
#include "core/domain/routing_trace.h"

namespace segmoe {

struct RoutingDetail;

/// 8-bit RGB, row-major, no padding. Torch-free and Qt-free.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  ///< 3 · width · height
    bool empty() const { return rgb.empty(); }
};

struct RenderedImage {
    Picture picture;
    std::int64_t seed = 0;
    std::string parameters;                       ///< A1111 text
    std::string segmoeJson;                       ///< our own chunk
    RoutingTrace trace;                           ///< empty for a single model
    std::shared_ptr<const RoutingDetail> detail;  ///< core/domain/routing_detail.h; null unless it was recorded
};

struct RenderResult {
    std::vector<RenderedImage> images;
    double seconds = 0.0;
    double loadSeconds = 0.0;
    std::string device;     ///< "cpu" or "cuda:0"
    std::string precision;  ///< "fp32"…
    int unetCalls = 0;
    std::int64_t expertBytesResident = 0;  ///< largest resident set of expert weights
    std::vector<std::string> notices;      ///< sentences worth telling
};

/// A small picture of the latents while sampling (linear latent → RGB).
struct Preview {
    int image = 0;
    int step = 0;
    int steps = 0;
    Picture picture;
};

}  // namespace segmoe
