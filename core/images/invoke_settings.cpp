// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// InvokeAI through its three ways of writing: metadata of version 3 and later, sd-metadata of 2, the command line of 1.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/images/foreign_fields.h"
#include "core/images/sampler_titles.h"
#include "core/images/settings_reader.h"

namespace segmoe::images {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "InvokeAI";

/// Versions differ in the names of a model's fields.
NamedModel modelOf(const json& value, NamedModel::Role role) {
    NamedModel model{role, {}, {}, {}, 1.0};
    if (value.is_string()) {
        model.name = foreignText(value).value_or("");
        return model;
    }
    ForeignFields fields(value);
    for (const char* key : {"name", "model_name"}) fields.takeText(key, model.name);
    fields.takeText("hash", model.hash);
    return model;
}

void addModel(const json& value, NamedModel::Role role, PictureSettings& settings, double strength = 1.0) {
    NamedModel model = modelOf(value, role);
    model.strength = strength;
    if (!model.name.empty()) settings.models.push_back(std::move(model));
}

/// Version 2 keeps what is unwanted in [brackets] inside the prompt.
void splitNegative(const std::string& written, PictureSettings& settings) {
    std::string prompt;
    std::string negative;
    bool inBrackets = false;
    for (const char c : written) {
        if (c == '[' && !inBrackets) {
            inBrackets = true;
            if (!negative.empty()) negative += ", ";
        } else if (c == ']' && inBrackets) {
            inBrackets = false;
        } else {
            (inBrackets ? negative : prompt) += c;
        }
    }
    while (prompt.ends_with(' ')) prompt.pop_back();
    settings.prompt = prompt;
    settings.negative = negative;
}

std::optional<PictureSettings> readOlder(const json& value) {
    ForeignFields whole(value);
    if (!whole.take("image").is_object()) return std::nullopt;
    ForeignFields image(value["image"]);
    if (!image.has("prompt")) return std::nullopt;
    PictureSettings settings;
    settings.format = kFormat;
    const json& prompt = image.take("prompt");
    if (const auto text = foreignText(prompt)) splitNegative(*text, settings);
    if (prompt.is_array() && !prompt.empty() && prompt[0].is_object())
        if (const auto text = foreignText(ForeignFields(prompt[0]).take("prompt"))) splitNegative(*text, settings);
    image.takeCommon({.guidance = "cfg_scale", .sampler = "sampler"}, settings);
    image.takeSize("width", "height", settings);
    image.takeReal("strength", 0.0, 1.0, settings.denoisingStrength);
    NamedModel model = modelOf(whole.take("model_weights"), NamedModel::Role::Model);
    whole.takeText("model_hash", model.hash);
    if (!model.name.empty()) settings.models.push_back(std::move(model));
    image.listOthers(settings);
    whole.listOthers(settings);
    return settings;
}

/// Splits a command line at blanks outside of quotes.
std::vector<std::string> wordsOf(std::string_view line) {
    constexpr std::size_t kMaxWords = 2000;
    std::vector<std::string> words;
    std::string word;
    bool inQuotes = false;
    bool any = false;
    for (std::size_t i = 0; i < line.size() && words.size() < kMaxWords; ++i) {
        const char c = line[i];
        if (c == '\\' && inQuotes && i + 1 < line.size()) {
            word += line[++i];
        } else if (c == '"') {
            inQuotes = !inQuotes;
            any = true;
        } else if ((c == ' ' || c == '\n') && !inQuotes) {
            if (any || !word.empty()) words.push_back(std::move(word));
            word.clear();
            any = false;
        } else {
            word += c;
        }
    }
    if (any || !word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace

std::optional<PictureSettings> readInvokeSettings(const json& value) {
    ForeignFields fields(value);
    if (!fields.has("positive_prompt") && !fields.has("positive_conditioning")) return readOlder(value);
    PictureSettings settings;
    settings.format = kFormat;
    fields.takeCommon(
        {.prompt = "positive_prompt", .negative = "negative_prompt", .guidance = "cfg_scale", .sampler = "scheduler"},
        settings);
    fields.takeSize("width", "height", settings);
    if (const auto skip = foreignWhole(fields.take("clip_skip"), 0, 11)) settings.clipSkip = static_cast<int>(*skip);
    const std::string device = foreignText(fields.take("rand_device")).value_or("");
    if (!device.empty()) settings.noise = device == "cpu" ? NoiseSource::Cpu : NoiseSource::Device;
    fields.takeReal("strength", 0.0, 1.0, settings.denoisingStrength);
    addModel(fields.take("model"), NamedModel::Role::Model, settings);
    addModel(fields.take("vae"), NamedModel::Role::Vae, settings);
    const json& loras = fields.take("loras");
    for (std::size_t i = 0; loras.is_array() && i < std::min(loras.size(), kMaxLoras); ++i) {
        ForeignFields lora(loras[i]);
        const double weight = foreignStrength(lora.take("weight"));
        addModel(lora.has("lora") ? lora.take("lora") : lora.take("model"), NamedModel::Role::Lora, settings, weight);
    }
    settings.weightRule = WeightRule::FromEmpty;
    fields.listOthers(settings);
    return settings;
}

std::optional<PictureSettings> readDreamSettings(std::string_view text) {
    constexpr std::size_t kMaxLine = 256 * 1024;
    if (text.empty() || text.size() > kMaxLine) return std::nullopt;
    const std::vector<std::string> words = wordsOf(text);
    PictureSettings settings;
    json options = json::object();
    std::string prompt;
    bool inOptions = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isOption = words[i].size() == 2 && words[i][0] == '-' && words[i][1] >= 'A';
        inOptions = inOptions || isOption;
        if (!inOptions) prompt += (prompt.empty() ? "" : " ") + words[i];
        if (isOption && i + 1 < words.size()) options[words[i]] = words[i + 1];
    }
    ForeignFields fields(options);
    // Two of its options make it more than a sentence with a dash.
    if (!fields.has("-s") || !fields.has("-S")) return std::nullopt;
    settings.format = kFormat;
    splitNegative(withoutControls(prompt), settings);
    fields.takeCommon({.guidance = "-C", .sampler = "-A", .seed = "-S", .steps = "-s"}, settings);
    fields.takeSize("-W", "-H", settings);
    fields.takeReal("-f", 0.0, 1.0, settings.denoisingStrength);
    fields.listOthers(settings);
    return settings;
}

}  // namespace segmoe::images
