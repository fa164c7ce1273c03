// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

#include "core/images/generation_parameters.h"

namespace segmoe::images {

namespace {

using nlohmann::ordered_json;

/// Shortest text that reads back as the same number: 7, 7.5, 0.55.
std::string shortest(double value) {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string quotedJson(const std::string& text) {
    return ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string compact(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Plain, or a JSON string where the value would end early or be taken for one.
std::string pairValue(const std::string& value) {
    const bool plain =
        value.find_first_of(",:\n\r\"") == std::string::npos && !value.starts_with(' ') && !value.ends_with(' ');
    return plain ? value : quotedJson(value);
}

/// Names of models never need quotes: sites turn quoted values into tables.
std::string modelName(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ',' || c == ':' || c == '\n' || c == '\r' || c == '"'; },
        '_');
    return name;
}

/// A line that would be taken for the start of another part gets one space more than it has.
std::string protectedLines(const std::string& text) {
    std::string out;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end == std::string::npos ? end : end - at);
        const std::size_t word = std::min(line.find_first_not_of(' '), line.size());
        if (line.compare(word, 7, "Steps: ") == 0 || line.compare(word, 16, "Negative prompt:") == 0)
            out.push_back(' ');
        out += line;
        if (end == std::string::npos) return out;
        out.push_back('\n');
        at = end + 1;
    }
}

std::string hashList(const std::vector<LabelledHash>& hashes) {
    std::string list;
    for (const LabelledHash& entry : hashes)
        list += (list.empty() ? "" : ", ") + modelName(entry.label) + ": " + modelName(entry.hash);
    return list;
}

class PairLine {
public:
    void add(std::string_view key, const std::string& value) {
        if (value.empty()) return;
        if (!m_text.empty()) m_text += ", ";
        m_text.append(key).append(": ").append(value);
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string gluedSampler(const GenerationParameters& p) {
    return p.schedule.empty() || p.schedule == "Automatic" || p.sampler.empty() ? p.sampler
                                                                                : p.sampler + " " + p.schedule;
}

void addModels(const GenerationParameters& p, PairLine& line) {
    line.add("Model hash", pairValue(p.modelHash));
    line.add("Model", modelName(p.model));
    line.add("VAE hash", pairValue(p.vaeHash));
    line.add("VAE", modelName(p.vae));
}

void addSampling(const GenerationParameters& p, PairLine& line) {
    line.add("Sampler", pairValue(gluedSampler(p)));
    line.add("Schedule type", pairValue(p.schedule));
    if (p.cfgScale) line.add("CFG scale", shortest(*p.cfgScale));
    if (p.seed) line.add("Seed", std::to_string(*p.seed));
    if (p.width > 0 && p.height > 0) line.add("Size", std::to_string(p.width) + "x" + std::to_string(p.height));
}

void addVariation(const GenerationParameters& p, PairLine& line) {
    if (p.variationSeed) line.add("Variation seed", std::to_string(*p.variationSeed));
    if (p.variationSeed) line.add("Variation seed strength", shortest(p.variationStrength));
    if (p.denoisingStrength) line.add("Denoising strength", shortest(*p.denoisingStrength));
    if (p.clipSkip > 1) line.add("Clip skip", std::to_string(p.clipSkip));
    line.add("RNG", pairValue(p.rng));
}

/// JSON objects come last: readers cut them out by their brackets.
void addTail(const GenerationParameters& p, PairLine& line) {
    if (!p.hashes.empty()) {
        ordered_json object = ordered_json::object();
        for (const LabelledHash& entry : p.hashes) object[entry.label] = entry.hash;
        line.add("Hashes", compact(object));
    }
    if (p.civitaiResources.empty()) return;
    ordered_json list = ordered_json::array();
    for (const CivitaiResource& resource : p.civitaiResources) {
        ordered_json object{{"type", resource.type}, {"modelVersionId", resource.modelVersionId}};
        const bool whole =
            resource.weight == static_cast<double>(static_cast<int>(std::clamp(resource.weight, -1e6, 1e6)));
        object["weight"] = whole ? ordered_json(static_cast<int>(resource.weight)) : ordered_json(resource.weight);
        object["modelName"] = resource.modelName;
        object["modelVersionName"] = resource.modelVersionName;
        object["air"] = resource.air;
        list.push_back(std::move(object));
    }
    line.add("Civitai resources", compact(list));
}

}  // namespace

std::string writeGenerationText(const GenerationParameters& parameters) {
    PairLine line;
    line.add("Steps", std::to_string(parameters.steps.value_or(0)));
    addSampling(parameters, line);
    addModels(parameters, line);
    addVariation(parameters, line);
    line.add("SegMoE", pairValue(parameters.segmoe));
    if (!parameters.experts.empty()) line.add("SegMoE experts", quotedJson(hashList(parameters.experts)));
    for (const auto& [key, value] : parameters.other) line.add(key, pairValue(value));
    if (!parameters.loraHashes.empty()) line.add("Lora hashes", quotedJson(hashList(parameters.loraHashes)));
    line.add("Version", pairValue(parameters.version));
    addTail(parameters, line);

    std::string text = protectedLines(parameters.prompt);
    if (!parameters.negative.empty())
        text += (text.empty() ? "" : "\n") + ("Negative prompt: " + protectedLines(parameters.negative));
    return text + (text.empty() ? "" : "\n") + line.text();
}

}  // namespace segmoe::images
