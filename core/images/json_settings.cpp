// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// SwarmUI, Fooocus, Draw Things and NovelAI: one JSON object each.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/images/foreign_fields.h"
#include "core/images/sampler_titles.h"
#include "core/images/settings_reader.h"

namespace segmoe::images {

namespace {

using nlohmann::json;
using Role = NamedModel::Role;

constexpr std::size_t kMaxModels = 100;

void addModel(Role role, const json& name, PictureSettings& settings, double strength = 1.0,
              const std::string& hash = {}) {
    const auto text = foreignText(name);
    if (text && !text->empty() && *text != "None" && settings.models.size() < kMaxModels)
        settings.models.push_back({role, *text, hash, {}, strength});
}

/// Clip layers counted from the end: -1 is the last one.
void assignStopLayer(const json& value, PictureSettings& settings) {
    if (value.is_number_integer() && value >= -12 && value <= -1) settings.clipSkip = -value.get<int>() - 1;
}

/// "(896, 1152)" or "512x768".
void assignResolution(const std::optional<std::string>& text, PictureSettings& settings) {
    if (!text) return;
    std::uint64_t sides[2] = {0, 0};
    int side = 0;
    bool inNumber = false;
    for (const char c : *text) {
        if (c >= '0' && c <= '9') {
            if (!inNumber && side == 2) return;
            inNumber = true;
            sides[side] = std::min<std::uint64_t>(sides[side] * 10 + static_cast<std::uint64_t>(c - '0'), 100'000);
        } else if (inNumber) {
            inNumber = false;
            if (++side == 2) break;
        }
    }
    constexpr std::uint64_t kMost = 65535;
    if (sides[0] < 1 || sides[1] < 1 || sides[0] > kMost || sides[1] > kMost) return;
    settings.width = static_cast<int>(sides[0]);
    settings.height = static_cast<int>(sides[1]);
}

std::string unescapedXml(std::string_view text) {
    static constexpr std::pair<std::string_view, char> kEntities[] = {{"&lt;", '<'},    {"&gt;", '>'},  {"&quot;", '"'},
                                                                      {"&apos;", '\''}, {"&amp;", '&'}, {"&#xA;", '\n'},
                                                                      {"&#10;", '\n'}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                         [&](const auto& row) { return text.substr(i).starts_with(row.first); });
        if (entity == std::end(kEntities)) {
            out.push_back(text[i++]);
        } else {
            out.push_back(entity->second);
            i += entity->first.size();
        }
    }
    return out;
}

/// NovelAI strengthens by {} and weakens by [], 5 % each.
std::string withWeights(std::string_view prompt) {
    std::string out;
    for (const char c : prompt) switch (c) {
            case '{':
            case '[': out += '('; break;
            case '}': out += ":1.05)"; break;
            case ']': out += ":0.95)"; break;
            case '(':
            case ')':
                out += '\\';
                out += c;
                break;
            default: out += c;
        }
    return out;
}

}  // namespace

std::optional<PictureSettings> readSwarmSettings(const json& value) {
    ForeignFields whole(value);
    if (!whole.take("sui_image_params").is_object()) return std::nullopt;
    ForeignFields fields(value["sui_image_params"]);
    PictureSettings settings;
    settings.format = "SwarmUI";
    fields.takeCommon({.prompt = "prompt",
                       .negative = "negativeprompt",
                       .guidance = "cfgscale",
                       .sampler = "sampler",
                       .schedule = "scheduler"},
                      settings);
    fields.takeSize("width", "height", settings);
    assignStopLayer(fields.take("clipstopatlayer"), settings);
    settings.variationSeed = foreignWhole(fields.take("variationseed"), 0, UINT64_MAX);
    fields.takeReal("variationseedstrength", 0.0, 1.0, settings.variationStrength);
    fields.takeReal("initimagecreativity", 0.0, 1.0, settings.denoisingStrength);
    addModel(Role::Model, fields.take("model"), settings);
    addModel(Role::Vae, fields.take("vae"), settings);
    const json& names = fields.take("loras");
    const json& weights = fields.take("loraweights");
    for (std::size_t i = 0; names.is_array() && i < names.size(); ++i) {
        const bool hasWeight = weights.is_array() && i < weights.size();
        addModel(Role::Lora, names[i], settings, hasWeight ? foreignStrength(weights[i]) : 1.0);
    }
    settings.noise = NoiseSource::Cpu;  // its ComfyUI backend draws there
    settings.weightRule = WeightRule::FromEmpty;
    fields.listOthers(settings);
    return settings;
}

std::optional<PictureSettings> readFooocusSettings(const json& value) {
    ForeignFields fields(value);
    const std::string version = foreignText(fields.take("version")).value_or("");
    const bool isOurs = fields.take("metadata_scheme") == "fooocus" || version.starts_with("Fooocus");
    if (!isOurs || !fields.has("prompt")) return std::nullopt;
    PictureSettings settings;
    settings.format = "Fooocus";
    fields.takeCommon({.prompt = "prompt",
                       .negative = "negative_prompt",
                       .guidance = "guidance_scale",
                       .sampler = "sampler",
                       .schedule = "scheduler"},
                      settings);
    assignResolution(foreignText(fields.take("resolution")), settings);
    if (const auto skip = foreignWhole(fields.take("clip_skip"), 1, 12))
        settings.clipSkip = static_cast<int>(*skip) - 1;
    const std::string hash = foreignText(fields.take("base_model_hash")).value_or("");
    addModel(Role::Model, fields.take("base_model"), settings, 1.0, hash);
    for (const json& lora : fields.take("loras")) {
        if (!lora.is_array() || lora.size() < 2) continue;
        const std::string loraHash = lora.size() > 2 ? foreignText(lora[2]).value_or("") : "";
        addModel(Role::Lora, lora[0], settings, foreignStrength(lora[1]), loraHash);
    }
    settings.noise = NoiseSource::Cpu;
    settings.weightRule = WeightRule::KeepMean;
    fields.listOthers(settings);
    return settings;
}

std::optional<PictureSettings> readDrawThingsSettings(const json& value) {
    ForeignFields fields(value);
    if (!fields.has("c") || !fields.has("uc") || !fields.has("scale")) return std::nullopt;
    PictureSettings settings;
    settings.format = "Draw Things";
    fields.takeCommon({.prompt = "c", .negative = "uc", .guidance = "scale", .sampler = "sampler"}, settings);
    assignResolution(foreignText(fields.take("size")), settings);
    addModel(Role::Model, fields.take("model"), settings);
    for (const json& lora : fields.take("lora")) {
        if (!lora.is_object()) continue;
        ForeignFields part(lora);
        addModel(Role::Lora, part.take("model"), settings, foreignStrength(part.take("weight")));
    }
    // Its strength is 1 for a picture from nothing.
    if (const auto strength = foreignReal(fields.take("strength"), 0.0, 1.0); strength && *strength < 1.0)
        settings.denoisingStrength = strength;
    fields.listOthers(settings);
    return settings;
}

std::string xmpUserComment(std::string_view xmp) {
    const std::size_t comment = xmp.find("<exif:UserComment");
    if (comment == std::string_view::npos) return {};
    const std::size_t end = std::min(xmp.find("</exif:UserComment>", comment), xmp.size());
    const std::string_view inside = xmp.substr(comment, end - comment);
    const std::size_t item = inside.find("<rdf:li");
    const std::size_t open = inside.find('>', item == std::string_view::npos ? 0 : item);
    if (open == std::string_view::npos) return {};
    const std::size_t close = std::min(inside.find("</rdf:li>", open), inside.size());
    return unescapedXml(inside.substr(open + 1, close - open - 1));
}

std::optional<PictureSettings> readNovelAiSettings(std::string_view description, const json& value) {
    if (!value.is_object()) return std::nullopt;
    ForeignFields fields(value);
    PictureSettings settings;
    settings.format = "NovelAI";
    std::string prompt = withoutControls(description);
    fields.takeText("prompt", prompt);
    settings.prompt = withWeights(prompt);
    if (const auto negative = foreignText(fields.take("uc"))) settings.negative = withWeights(*negative);
    fields.takeCommon({.guidance = "scale"}, settings);
    fields.takeSize("width", "height", settings);
    const std::string sampler = foreignText(fields.take("sampler")).value_or("");
    const std::string schedule = foreignText(fields.take("noise_schedule")).value_or("");
    if (!sampler.empty()) assignSampler(sampler, schedule == "native" ? "" : schedule, settings);
    fields.takeReal("strength", 0.0, 1.0, settings.denoisingStrength);
    fields.listOthers(settings);
    return settings;
}

}  // namespace segmoe::images
