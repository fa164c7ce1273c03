// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What an AUTOMATIC1111 text says, in the terms of this program.
#include <charconv>

#include "core/images/sampler_titles.h"
#include "core/images/settings_reader.h"

namespace segmoe::images {

namespace {

/// "3x2 attn": k stands after the cross.
std::optional<int> topKOf(const std::string& segmoe) {
    const std::size_t cross = segmoe.find('x');
    if (cross == std::string::npos) return std::nullopt;
    int k = 0;
    const auto [end, error] = std::from_chars(segmoe.data() + cross + 1, segmoe.data() + segmoe.size(), k);
    if (error != std::errc{} || k < 1 || k > 1000) return std::nullopt;
    return k;
}

/// <lora:name:strength> in the prompt, which stays as it is.
void listLoras(const std::string& prompt, const std::vector<LabelledHash>& hashes, PictureSettings& settings) {
    constexpr std::string_view kOpen = "<lora:";
    std::size_t at = 0;
    for (std::size_t found = 0; found < kMaxLoras; ++found) {
        at = prompt.find(kOpen, at);
        if (at == std::string::npos) return;
        at += kOpen.size();
        const std::size_t end = prompt.find('>', at);
        if (end == std::string::npos) return;
        const std::string_view inside = std::string_view(prompt).substr(at, end - at);
        const std::size_t colon = inside.find(':');
        NamedModel lora{NamedModel::Role::Lora, std::string(inside.substr(0, colon)), {}, {}, 1.0};
        if (colon != std::string_view::npos) {
            const std::string_view number = inside.substr(colon + 1);
            double strength = 0.0;
            const auto [last, error] = std::from_chars(number.data(), number.data() + number.size(), strength);
            if (error == std::errc{} && strength >= -100.0 && strength <= 100.0) lora.strength = strength;
        }
        for (const LabelledHash& hash : hashes)
            if (hash.label == lora.name || hash.label == "lora:" + lora.name) lora.hash = hash.hash;
        settings.models.push_back(std::move(lora));
    }
}

void listModels(const GenerationParameters& p, PictureSettings& settings) {
    using Role = NamedModel::Role;
    if (!p.model.empty() || !p.modelHash.empty())
        settings.models.push_back({Role::Model, p.model, p.modelHash, {}, 1.0});
    if (!p.vae.empty()) settings.models.push_back({Role::Vae, p.vae, p.vaeHash, {}, 1.0});
    for (const LabelledHash& expert : p.experts)
        settings.models.push_back({Role::Expert, expert.label, expert.hash, {}, 1.0});
    std::vector<LabelledHash> hashes = p.loraHashes;
    hashes.insert(hashes.end(), p.hashes.begin(), p.hashes.end());
    listLoras(p.prompt, hashes, settings);
}

std::string programOf(const GenerationParameters& p) {
    if (p.version.starts_with("SegMoE Studio")) return "SegMoE Studio";
    if (p.version.starts_with("Fooocus")) return "Fooocus";
    if (p.version.starts_with("f") && p.version.find('v') != std::string::npos) return "Forge";
    for (const auto& [key, value] : p.other)
        if (key == "App" && value == "SD.Next") return "SD.Next";
    return "AUTOMATIC1111";
}

void copyOthers(const GenerationParameters& p, PictureSettings& settings) {
    settings.others = p.other;
    if (!p.segmoe.empty()) settings.others.emplace_back("SegMoE", p.segmoe);
    if (!p.version.empty()) settings.others.emplace_back("Version", p.version);
}

}  // namespace

PictureSettings settingsOf(const GenerationParameters& p) {
    PictureSettings settings;
    settings.format = programOf(p);
    settings.prompt = p.prompt;
    settings.negative = p.negative;
    settings.seed = p.seed;
    if (p.steps && *p.steps > 0) settings.steps = p.steps;
    settings.guidanceScale = p.cfgScale;
    if (p.width > 0 && p.height > 0) {
        settings.width = p.width;
        settings.height = p.height;
    }
    if (!p.sampler.empty()) assignSampler(p.sampler, p.schedule, settings);
    settings.clipSkip = p.clipSkip - 1;
    if (p.rng == "CPU")
        settings.noise = NoiseSource::Cpu;
    else if (p.rng == "GPU" && p.seed)
        settings.noise = NoiseSource::Device;
    else if (!p.rng.empty() && p.rng != "GPU")
        settings.others.emplace_back("RNG", p.rng);
    settings.variationSeed = p.variationSeed;
    if (p.variationStrength > 0.0) settings.variationStrength = p.variationStrength;
    settings.denoisingStrength = p.denoisingStrength;
    settings.weightRule = WeightRule::KeepMean;
    settings.topK = topKOf(p.segmoe);
    listModels(p, settings);
    copyOthers(p, settings);
    return settings;
}

}  // namespace segmoe::images
