// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/start_latents.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/pipeline/compute_device.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"

namespace segmoe::pipeline {

namespace {

std::string shapeText(at::IntArrayRef shape) {
    std::string text;
    for (const std::int64_t dim : shape) text += (text.empty() ? "" : ", ") + std::to_string(dim);
    return "[" + text + "]";
}

void requireShape(const at::Tensor& tensor, at::IntArrayRef wanted, const char* key,
                  const std::filesystem::path& file) {
    if (tensor.sizes() == wanted && at::isFloatingType(tensor.scalar_type())) return;
    throw Error(ErrorCode::RequestInvalid, "'" + std::string(key) + "' in " + file.string() +
                                               " must be a float tensor of shape " + shapeText(wanted) +
                                               " for this request, not " + shapeText(tensor.sizes()) + ".");
}

/// Hands out the rows of some pictures of noise given for all of them.
class NoiseRows final : public samplers::NoiseSource {
public:
    NoiseRows(const at::Tensor& noise, int first, int count) : m_given(noise.narrow(1, first, count)) {}
    at::Tensor next(at::IntArrayRef shape) override { return m_given.next(shape); }

private:
    samplers::GivenNoise m_given;
};

/// Along the arc from a to b, picture by picture: keeps the length that normal noise has.
at::Tensor slerp(const at::Tensor& a, const at::Tensor& b, double share) {
    std::vector<at::Tensor> rows;
    for (std::int64_t row = 0; row < a.size(0); ++row) {
        const double cosine =
            (a[row] * b[row]).sum().item<double>() / (a[row].norm().item<double>() * b[row].norm().item<double>());
        const double angle = std::acos(std::clamp(cosine, -1.0, 1.0));
        if (std::sin(angle) < 1e-4)
            rows.push_back(a[row] * (1.0 - share) + b[row] * share);
        else
            rows.push_back(a[row] * (std::sin((1.0 - share) * angle) / std::sin(angle)) +
                           b[row] * (std::sin(share * angle) / std::sin(angle)));
    }
    return at::stack(rows);
}

}  // namespace

GivenLatents readGivenLatents(const std::filesystem::path& file, int images, std::int64_t channels, std::int64_t height,
                              std::int64_t width) {
    const auto source = SafetensorsFile::open(file);
    GivenLatents given;
    given.latents = source->load("latents");
    requireShape(given.latents, {images, channels, height, width}, "latents", file);
    if (source->contains("noise")) {
        given.noise = source->load("noise");
        const std::int64_t draws = given.noise.dim() > 0 ? given.noise.size(0) : 0;
        requireShape(given.noise, {draws, images, channels, height, width}, "noise", file);
    }
    return given;
}

void writeLatents(const at::Tensor& latents, const std::filesystem::path& file) {
    writeSafetensors(MemorySource({{"latents", latents.to(at::kFloat)}}), file);
}

RunNoise runNoise(const RenderRequest& request, const std::optional<GivenLatents>& given, int first, int count,
                  std::int64_t channels, std::int64_t height, std::int64_t width, bool samplesPosterior) {
    RunNoise noise;
    const std::vector<std::int64_t> shape{count, channels, height, width};
    const bool onDevice = request.noise == NoiseSource::Device;
    const at::Device device = onDevice ? choosePlacement(request.device, request.precision, 0).device : at::kCPU;
    auto seeded = std::make_unique<samplers::SeededNoise>(request.seed, first, count, device);
    if (samplesPosterior) noise.posterior = seeded->next(shape);
    if (given) {
        noise.start = given->latents.narrow(0, first, count).to(at::kFloat);
        if (given->noise.defined()) {
            noise.steps = std::make_unique<NoiseRows>(given->noise, first, count);
            return noise;
        }
    } else {
        noise.start = seeded->next(shape);
        if (request.variationStrength > 0.0) {
            samplers::SeededNoise other(request.variationSeed, first, count, device);
            noise.start = slerp(noise.start, other.next(shape), request.variationStrength);
        }
    }
    noise.steps = std::move(seeded);
    return noise;
}

}  // namespace segmoe::pipeline
