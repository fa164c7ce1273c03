// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/generation_record.h"

#include <algorithm>
#include <utility>

#include "core/base/hashing.h"
#include "core/images/generation_parameters.h"
#include "core/images/segmoe_metadata.h"
#include "core/images/segmoe_metadata_builder.h"
#include "core/pipeline/compute_device.h"
#include "segmoe_build.h"

namespace segmoe::pipeline {

namespace {

constexpr const char* kProgram = "SegMoE Studio " SEGMOE_VERSION;

std::string expertName(const ModelFiles& files, int expert) {
    return files.mixture->experts[static_cast<std::size_t>(expert)];
}

/// What is known of the files' digests, in the short forms model sites look for.
void addHashes(images::GenerationParameters& parameters, const ModelFiles& files) {
    for (const UsedFile& used : files.usedFiles) {
        const std::string model = autoV2(used.digests.sha256);
        const std::string lora = autoV3(used.digests);
        if (used.role == UsedFile::Role::Lora ? lora.empty() : model.empty()) continue;
        switch (used.role) {
            case UsedFile::Role::Model:
                parameters.modelHash = model;
                parameters.hashes.push_back({"model", model});
                break;
            case UsedFile::Role::Expert:
                parameters.experts.push_back({expertName(files, used.expert), model});
                parameters.hashes.push_back({"expert:" + expertName(files, used.expert), model});
                break;
            case UsedFile::Role::Lora: parameters.hashes.push_back({"lora:" + used.name, lora}); break;
            case UsedFile::Role::Embedding: parameters.hashes.push_back({"embed:" + used.name, model}); break;
            case UsedFile::Role::Vae:
                parameters.vaeHash = model;
                parameters.hashes.push_back({"vae", model});
                break;
            case UsedFile::Role::TextEncoder: break;
        }
    }
}

/// The whole digests, of base, experts and the experts' own LoRAs.
void addDigests(images::SegmoeMetadata::Mix& mix, const ModelFiles& files) {
    for (const UsedFile& used : files.usedFiles) {
        if (used.role == UsedFile::Role::Model) mix.base.sha256 = used.digests.sha256;
        if (used.expert < 0) continue;
        images::SegmoeMetadata::Expert& expert = mix.experts[static_cast<std::size_t>(used.expert)];
        if (used.role == UsedFile::Role::Expert) expert.part.sha256 = used.digests.sha256;
        if (used.role == UsedFile::Role::Lora)
            for (images::SegmoeMetadata::Lora& lora : expert.loras)
                if (lora.name == used.name) lora.sha256 = used.digests.sha256;
    }
}

/// Whether the model was put together from its recipe, so that the files of base and experts are at hand.
bool isFromRecipe(const ModelFiles& files) {
    return std::any_of(files.usedFiles.begin(), files.usedFiles.end(),
                       [](const UsedFile& used) { return used.role == UsedFile::Role::Expert; });
}

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
    for (const UsedFile& used : files.usedFiles) {
        if (used.expert >= 0) continue;  // an expert lends its UNet only
        if (used.role == UsedFile::Role::Vae) parameters.vae = used.name;
        if (used.role == UsedFile::Role::TextEncoder) parameters.other.emplace_back("Text encoder", used.name);
    }
    addHashes(parameters, files);
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
        metadata.mix = images::describeMix(*files.mixture->recipe, architectureKey(files.architecture),
                                           request.routing.group, request.compat);
        if (isFromRecipe(files)) addDigests(*metadata.mix, files);
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
