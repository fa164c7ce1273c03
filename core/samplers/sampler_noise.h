// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace segmoe::samplers {

/// Standard normal noise for start latents and stochastic steps. State of one run; one thread.
class NoiseSource {
public:
    virtual ~NoiseSource();
    /// The next tensor of the run, fp32 on the CPU. Throws Error when there is none of this shape.
    virtual at::Tensor next(at::IntArrayRef shape) = 0;
};

/// One generator per picture, seeded seed + index: row i of a batch gets the same numbers as a batch of its own.
/// The first draw of a run is the start latents, later ones belong to the steps; equal to diffusers with a list of CPU
/// generators in fp32. Drawn on the CPU, whatever computes, a seed gives the same picture everywhere; drawn on a GPU it
/// gives those of programs that draw there.
class SeededNoise final : public NoiseSource {
public:
    /// Pictures firstImage … firstImage + images − 1 of a request.
    SeededNoise(std::int64_t seed, int firstImage, int images, at::Device device = at::kCPU);
    at::Tensor next(at::IntArrayRef shape) override;  ///< shape[0] == images

private:
    at::Device m_device;
    std::vector<at::Generator> m_generators;
};

/// Noise from a file, [draws, N, 4, h, w], handed out in order (product.md §3). dpmpp_sde draws twice a step.
class GivenNoise final : public NoiseSource {
public:
    /// Throws Error{RequestInvalid} when it is not a floating 5-dimensional tensor.
    explicit GivenNoise(const at::Tensor& noise);
    at::Tensor next(at::IntArrayRef shape) override;

private:
    at::Tensor m_noise;
    std::int64_t m_drawn = 0;
};

}  // namespace segmoe::samplers
