// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/samplers/sampler_noise.h"

#include <sstream>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include "core/base/error.h"

namespace segmoe::samplers {

namespace {

std::string shapeText(at::IntArrayRef shape) {
    std::ostringstream text;
    text << shape;
    return text.str();
}

}  // namespace

NoiseSource::~NoiseSource() = default;

SeededNoise::SeededNoise(std::int64_t seed, int firstImage, int images, at::Device device) : m_device(device) {
    for (int i = 0; i < images; ++i) {
        // Unsigned, so that the last picture of a request with the largest seed wraps instead of overflowing.
        const auto own = static_cast<std::uint64_t>(seed) + static_cast<std::uint64_t>(firstImage + i);
        if (device.is_cpu()) {
            m_generators.push_back(at::detail::createCPUGenerator(own));
        } else {
            at::Generator generator = at::globalContext().defaultGenerator(device).clone();
            generator.set_current_seed(own);
            m_generators.push_back(std::move(generator));
        }
    }
}

at::Tensor SeededNoise::next(at::IntArrayRef shape) {
    if (shape.empty() || shape[0] != static_cast<std::int64_t>(m_generators.size()))
        throw Error(ErrorCode::InternalError, "Noise of shape " + shapeText(shape) + " was asked for " +
                                                  std::to_string(m_generators.size()) + " pictures.");
    std::vector<std::int64_t> one(shape.begin(), shape.end());
    one[0] = 1;
    std::vector<at::Tensor> rows;
    for (auto& generator : m_generators)
        rows.push_back(at::randn(one, generator, at::TensorOptions(at::kFloat).device(m_device)));
    return at::cat(rows, 0).to(at::kCPU);
}

GivenNoise::GivenNoise(const at::Tensor& noise) {
    if (noise.dim() != 5 || !noise.is_floating_point())
        throw Error(ErrorCode::RequestInvalid, "The tensor \"noise\" has the shape " + shapeText(noise.sizes()) +
                                                   "; floating numbers of shape [steps, pictures, 4, height, width] "
                                                   "are needed.");
    m_noise = noise.to(at::kCPU, at::kFloat);
}

at::Tensor GivenNoise::next(at::IntArrayRef shape) {
    if (m_drawn >= m_noise.size(0))
        throw Error(ErrorCode::RequestInvalid, "The tensor \"noise\" holds " + std::to_string(m_noise.size(0)) +
                                                   " steps, but the sampler needs more; give one per draw.");
    const at::Tensor drawn = m_noise[m_drawn];
    if (drawn.sizes() != shape)
        throw Error(ErrorCode::RequestInvalid, "A step of the tensor \"noise\" has the shape " +
                                                   shapeText(drawn.sizes()) + ", but the latents have " +
                                                   shapeText(shape) + ".");
    ++m_drawn;
    return drawn;
}

}  // namespace segmoe::samplers
