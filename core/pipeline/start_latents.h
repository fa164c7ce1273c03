// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <ATen/core/Tensor.h>

#include "core/domain/render_request.h"
#include "core/samplers/sampler_noise.h"

namespace segmoe::pipeline {

/// Latents and step noise given in a file (product.md §3): "latents" [N, 4, h, w] standard normal, and "noise"
/// [draws, N, 4, h, w] for stochastic samplers.
struct GivenLatents {
    at::Tensor latents;
    at::Tensor noise;  ///< undefined when the file has none
};
/// Throws Error{RequestInvalid} naming the file when shapes do not fit images and size, and what reading it throws.
GivenLatents readGivenLatents(const std::filesystem::path& file, int images, std::int64_t channels, std::int64_t height,
                              std::int64_t width);
void writeLatents(const at::Tensor& latents, const std::filesystem::path& file);

/// Noise of pictures first … first + count − 1 of a request.
struct RunNoise {
    at::Tensor posterior;  ///< [count, 4, h, w] for sampling a start picture's latents; undefined without one
    at::Tensor start;      ///< [count, 4, h, w], standard normal, fp32 on the CPU
    std::unique_ptr<samplers::NoiseSource> steps;
};
/// samplesPosterior: a start picture is encoded, which takes the first draw.
RunNoise runNoise(const RenderRequest& request, const std::optional<GivenLatents>& given, int first, int count,
                  std::int64_t channels, std::int64_t height, std::int64_t width, bool samplesPosterior);

}  // namespace segmoe::pipeline
