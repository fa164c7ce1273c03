// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/generation_record.h"

#include <utility>

#include "core/images/generation_parameters.h"
#include "core/images/segmoe_metadata.h"
#include "core/images/segmoe_metadata_builder.h"
#include "core/pipeline/compute_device.h"
#include "segmoe_build.h"

namespace segmoe::pipeline {

namespace {

constexpr const char* kProgram = "SegMoE Studio " SEGMOE_VERSION;

/// Samplers and schedules as other programs spell them: the schedule's name follows the sampler's, except the usual
/// one.
images::GenerationParameters parametersOf(const RenderedImage& image, const RenderRequest& request,
                                          const ModelFiles& files) {
    images::GenerationParameters parameters;
    parameters.prompt = request.prompt;
    parameters.negative = request.negative.value_or("");
    parameters.steps = request.steps;
    parameters.sampler = samplerTitle(request.sampler);
    parameters.schedule = scheduleTitle(request.schedule);
    parameters.cfgScale = request.guidanceScale;
    parameters.seed = static_cast<std::uint64_t>(image.seed);
    parameters.width = request.width;
    parameters.height = request.height;
    parameters.model = files.name;
    parameters.clipSkip = request.clipSkip + 1;
    parameters.rng = request.noise == NoiseSource::Cpu ? "CPU" : "GPU";
    if (request.start) parameters.denoisingStrength = request.start->strength;
    if (request.variationStrength > 0.0) {
        parameters.variationSeed = static_cast<std::uint64_t>(request.variationSeed);
        parameters.variationStrength = request.variationStrength;
    }
    parameters.version = kProgram;
    if (files.mixture) {
        const int k = request.routing.topK > 0 ? request.routing.topK : files.mixture->expertsPerToken;
        parameters.segmoe =
            std::to_string(files.mixture->experts.size()) + "x" + std::to_string(k) + " " + files.mixture->layers;
    }
    return parameters;
}

images::SegmoeMetadata metadataOf(const RenderedImage& image, int index, const RenderRequest& request,
                                  const ModelFiles& files, const Placement& placement) {
    images::SegmoeMetadata metadata;
    metadata.app = kProgram;
    metadata.render =
        images::describeRender(request, static_cast<std::uint64_t>(image.seed), index, precisionText(placement));
    metadata.rules = images::describeRules(request.routing, request.steps);
    metadata.routing = images::describeRouting(image.trace, request.capture >= CaptureLevel::Maps);
    if (files.mixture && files.mixture->recipe) {
        const std::vector<std::string> unknownHashes(files.mixture->experts.size() + 1);
        metadata.mix = images::describeMix(*files.mixture->recipe, architectureKey(files.architecture), unknownHashes,
                                           request.routing.group, request.compat);
    }
    return metadata;
}

}  // namespace

std::string architectureKey(const Architecture& architecture) {
    static constexpr std::pair<const char*, const char*> kKeys[] = {
        {"SD1.x", "sd15"}, {"SD2.x", "sd2"}, {"SDXL", "sdxl"}, {"SSD-1B", "ssd1b"}, {"Vega", "vega"}};
    for (const auto& [name, key] : kKeys)
        if (architecture.name == name) return key;
    return "custom";
}

void describeGeneration(RenderedImage& image, int index, const RenderRequest& request, const ModelFiles& files,
                        const Placement& placement) {
    image.parameters = images::writeGenerationText(parametersOf(image, request, files));
    const images::SegmoeMetadata metadata = metadataOf(image, index, request, files, placement);
    image.segmoeJson = images::writeSegmoeMetadata(metadata);
    if (!image.trace.empty()) image.trace.request = image.segmoeJson;
}

}  // namespace segmoe::pipeline
