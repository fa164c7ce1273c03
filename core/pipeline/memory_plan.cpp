// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/memory_plan.h"

#include <algorithm>

#include <ATen/Parallel.h>

#include "core/models/vae_config.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/memory_limit.h"

namespace segmoe::pipeline {

namespace {

// Peak live bytes of a UNet pass per latent position and sample at fp32, skips included, for 320 channels at the top
// level (performance.md §4); other widths scale with it. A quarter more for the allocator and scratch.
constexpr double kActivationSd = 21760.0, kActivationSdxl = 14400.0, kReferenceChannels = 320.0, kAllocatorShare = 1.25;
// Bytes a decoded pixel takes at its highest point at fp32, for 128 channels at full resolution.
constexpr double kDecodePerPixel = 2560.0, kReferenceVaeChannels = 128.0;
constexpr std::int64_t kProgramBytes = 150'000'000, kAttentionChunk = 256;

std::int64_t convertedBytes(const TensorSource& source, at::ScalarType compute) {
    std::int64_t bytes = 0;
    for (const std::string& name : source.names())
        bytes += source.find(name)->elements() * static_cast<std::int64_t>(c10::elementSize(compute));
    return bytes;
}

bool contains(std::string_view name, std::string_view part) { return name.find(part) != std::string_view::npos; }

double decodeBytes(const VaeConfig& config, double pixels, at::ScalarType dtype) {
    return kDecodePerPixel * (static_cast<double>(config.channels.front()) / kReferenceVaeChannels) * pixels *
           static_cast<double>(c10::elementSize(dtype)) / 4.0;
}

std::int64_t decodePeak(const VaeConfig& config, const RenderRequest& request, const Placement& placement, bool tiled) {
    const double pixels = static_cast<double>(request.width) * request.height;
    const double tile = static_cast<double>(kVaeTileLatents) * config.scale();
    const double atOnce = tiled ? std::min(pixels, tile * tile) : pixels;
    return static_cast<std::int64_t>(decodeBytes(config, atOnce, vaeType(placement)) + 12.0 * pixels);
}

std::int64_t activationBytes(const ModelFiles& files, const RenderRequest& request, const Placement& placement) {
    const UnetConfig& unet = files.unetConfig;
    const double perPosition = (files.isSdxl() ? kActivationSdxl : kActivationSd) *
                               static_cast<double>(unet.levels.front().channels) / kReferenceChannels;
    const double positions = static_cast<double>(request.width / 8) * (request.height / 8);
    const bool pair = request.guidanceScale > 1.0 && !request.sequentialGuidance;
    const double rows = request.imagesAtOnce * (pair ? 2.0 : 1.0);
    return static_cast<std::int64_t>(kAllocatorShare * perPosition *
                                     static_cast<double>(c10::elementSize(placement.dtype)) / 4.0 * rows * positions);
}

std::int64_t attentionBytes(const ModelFiles& files, const RenderRequest& request) {
    const std::int64_t positions =
        static_cast<std::int64_t>(request.width / 8) * (request.height / 8) / (files.isSdxl() ? 4 : 1);
    return at::get_num_threads() * kAttentionChunk * positions * 4;
}

}  // namespace

at::ScalarType vaeType(const Placement& placement) {
    return placement.dtype == at::kHalf ? at::kFloat : placement.dtype;
}

UnetBytes unetBytes(const TensorSource& unet, int experts, at::ScalarType compute) {
    UnetBytes bytes;
    const std::int64_t size = static_cast<std::int64_t>(c10::elementSize(compute));
    const DType native = fromScalarType(compute);
    for (const std::string& name : unet.names()) {
        const TensorInfo info = *unet.find(name);
        const bool isExpert = contains(name, ".experts.");
        (isExpert ? bytes.perExpert : bytes.shared) += info.elements() * size;
        if (info.dtype == native) bytes.mapped += isExpert && experts > 0 ? info.bytes() / experts : info.bytes();
    }
    if (experts > 0) bytes.perExpert /= experts;
    return bytes;
}

std::int64_t expertBudget(const ModelFiles& files, const Placement& placement) {
    const std::int64_t limit = memoryLimit();
    if (limit <= 0 || !files.mixture || !placement.device.is_cpu()) return 0;
    const UnetBytes unet = unetBytes(*files.unet, static_cast<int>(files.mixture->experts.size()), placement.dtype);
    std::int64_t fixed = unet.shared + convertedBytes(*files.vae, vaeType(placement)) + kProgramBytes;
    for (const TextEncoderFiles& encoder : files.encoders) fixed += convertedBytes(*encoder.weights, placement.dtype);
    return expertBudget(limit, fixed, unet.perExpert);
}

MemoryForecast forecastRender(const ModelFiles& files, const RenderRequest& request, const Placement& placement) {
    const int experts = files.mixture ? static_cast<int>(files.mixture->experts.size()) : 0;
    const int k =
        files.mixture ? (request.routing.topK > 0 ? request.routing.topK : files.mixture->expertsPerToken) : 0;
    const UnetBytes unet = unetBytes(*files.unet, experts, placement.dtype);
    const VaeConfig vae = parseVaeConfig(files.vaeDocument, files.name + ", VAE");
    std::int64_t text = 0;
    for (const TextEncoderFiles& encoder : files.encoders) text += convertedBytes(*encoder.weights, placement.dtype);

    std::int64_t residentExperts = k * unet.perExpert;
    if (request.expertCacheBytes > 0)
        residentExperts = std::min(residentExperts, std::max(request.expertCacheBytes, unet.perExpert));
    const std::int64_t vaeWeights = convertedBytes(*files.vae, vaeType(placement));
    const std::int64_t activations = activationBytes(files, request, placement) + attentionBytes(files, request);
    const bool tiled = request.tiledDecode == Toggle::On;
    const std::int64_t decode = decodePeak(vae, request, placement, tiled);

    MemoryForecast forecast;
    forecast.device = deviceName(placement);
    const auto term = [&](std::string name, std::int64_t bytes) {
        if (bytes > 0) forecast.terms.push_back({std::move(name), bytes});
    };
    term("text encoders", text);
    term(experts > 0 ? "UNet, shared weights" : "UNet weights", unet.shared);
    term("UNet, " + std::to_string(k) + " of " + std::to_string(experts) + " experts", residentExperts);
    term("activations of a step", activations);
    term("VAE weights", vaeWeights);
    term(tiled ? "decoding, tile by tile" : "decoding", decode);
    term("program", kProgramBytes);
    forecast.mappedBytes = placement.device.is_cpu() ? unet.mapped : 0;
    const std::int64_t weights = text + unet.shared + residentExperts + vaeWeights - forecast.mappedBytes;
    forecast.peakBytes = weights + std::max(activations, decode) + kProgramBytes;
    forecast.availableBytes = availableMemory(placement);
    if (tiled) forecast.savings.emplace_back("the picture is decoded tile by tile");
    if (request.sequentialGuidance) forecast.savings.emplace_back("the guidance halves run one after the other");
    return forecast;
}

bool useTiledDecode(const RenderRequest& request, const Vae& vae, const Placement& placement) {
    if (request.tiledDecode != Toggle::Auto) return request.tiledDecode == Toggle::On;
    const std::int64_t available = availableMemory(placement);
    return available > 0 && decodePeak(vae.config(), request, placement, false) > available / 2;
}

}  // namespace segmoe::pipeline
