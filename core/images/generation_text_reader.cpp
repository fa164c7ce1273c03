// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/images/foreign_fields.h"
#include "core/images/generation_pairs.h"
#include "core/images/generation_parameters.h"

namespace segmoe::images {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kMaxTextBytes = 4 * 1024 * 1024;
constexpr std::size_t kLeastPairs = 3;
constexpr std::size_t kMaxResources = 1000;
constexpr std::string_view kNegative = "Negative prompt:";

/// A whole number within limits, or nothing.
template <class Number>
std::optional<Number> number(std::string_view text, Number least, Number most) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= least && value <= most))
        return std::nullopt;
    return value;
}

/// Puts a number into a field; false when the text is none or out of range.
template <class Number, class Field>
bool assign(std::string_view text, Number least, Number most, Field& field) {
    const auto value = number<Number>(text, least, most);
    if (value) field = *value;
    return value.has_value();
}

bool assignText(const std::string& value, std::string& field) {
    field = value;
    return true;
}

bool assignSize(std::string_view text, GenerationParameters& p) {
    constexpr int kMaxSide = 65535;
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos) return false;
    const auto width = number<int>(text.substr(0, cross), 1, kMaxSide);
    const auto height = number<int>(text.substr(cross + 1), 1, kMaxSide);
    if (!width || !height) return false;
    p.width = *width;
    p.height = *height;
    return true;
}

/// "name: hash, name: hash".
bool assignHashList(std::string_view text, std::vector<LabelledHash>& hashes) {
    std::vector<LabelledHash> parsed;
    while (!text.empty()) {
        const std::size_t comma = text.find(", ");
        const std::string_view entry = text.substr(0, comma);
        const std::size_t colon = entry.rfind(": ");
        if (colon == std::string_view::npos || colon == 0) return false;
        parsed.push_back({std::string(entry.substr(0, colon)), std::string(entry.substr(colon + 2))});
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 2);
    }
    hashes = std::move(parsed);
    return true;
}

/// Known keys go to their fields; false for an unknown key or a value that does not fit.
bool assignPair(const std::string& key, const std::string& value, GenerationParameters& p) {
    constexpr std::uint64_t kAnySeed = UINT64_MAX;
    if (key == "Steps") return assign<int>(value, 0, 100'000, p.steps);
    if (key == "Sampler") return assignText(value, p.sampler);
    if (key == "Schedule type") return assignText(value, p.schedule);
    if (key == "CFG scale") return assign<double>(value, 0.0, 1000.0, p.cfgScale);
    if (key == "Seed") return assign<std::uint64_t>(value, 0, kAnySeed, p.seed);
    if (key == "Size") return assignSize(value, p);
    if (key == "Model hash") return assignText(value, p.modelHash);
    if (key == "Model") return assignText(value, p.model);
    if (key == "VAE hash") return assignText(value, p.vaeHash);
    if (key == "VAE") return assignText(value, p.vae);
    if (key == "Variation seed") return assign<std::uint64_t>(value, 0, kAnySeed, p.variationSeed);
    if (key == "Variation seed strength") return assign<double>(value, 0.0, 1.0, p.variationStrength);
    if (key == "Denoising strength") return assign<double>(value, 0.0, 1.0, p.denoisingStrength);
    if (key == "Clip skip") return assign<int>(value, 1, 100, p.clipSkip);
    if (key == "RNG") return assignText(value, p.rng);
    if (key == "SegMoE") return assignText(value, p.segmoe);
    if (key == "SegMoE experts") return assignHashList(value, p.experts);
    if (key == "Lora hashes") return assignHashList(value, p.loraHashes);
    if (key == "Version") return assignText(value, p.version);
    return false;
}

/// Older texts say "DPM++ 2M Karras" only, newer ones say it twice.
void separateSchedule(GenerationParameters& p) {
    std::vector<std::string> endings = {"Karras", "Exponential", "SGM Uniform"};
    if (p.schedule != "Automatic") endings = {p.schedule};
    for (const std::string& ending : endings) {
        const std::string suffix = " " + ending;
        if (!p.sampler.ends_with(suffix)) continue;
        p.sampler.resize(p.sampler.size() - suffix.size());
        p.schedule = ending;
        return;
    }
}

/// Checked by the strict reader, then read again in the order it was written in.
OrderedJson parseTail(const std::string& tail, const std::string& source) {
    parseJson(tail, source,
              {.maxBytes = kMaxTailBytes, .maxDepth = kMaxTailDepth, .code = ErrorCode::ImageDecodeFailed});
    return OrderedJson::parse(tail);
}

void readHashes(const OrderedJson& object, GenerationParameters& p) {
    for (const auto& [label, hash] : object.items())
        if (hash.is_string()) p.hashes.push_back({label, hash.get<std::string>()});
}

void readResources(const OrderedJson& list, GenerationParameters& p) {
    const auto textAt = [](const OrderedJson& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    for (const OrderedJson& object : list) {
        if (!object.is_object() || p.civitaiResources.size() == kMaxResources) continue;
        CivitaiResource resource{
            textAt(object, "type"), 0, 1.0, textAt(object, "modelName"), textAt(object, "modelVersionName"),
            textAt(object, "air")};
        if (object.contains("modelVersionId") && object["modelVersionId"].is_number_integer())
            resource.modelVersionId = object["modelVersionId"].get<std::int64_t>();
        if (object.contains("weight") && object["weight"].is_number()) resource.weight = object["weight"].get<double>();
        p.civitaiResources.push_back(std::move(resource));
    }
}

/// The JSON at the end; what is no JSON stays as an unknown pair.
void readTail(const GenerationLine& line, const std::string& source, GenerationParameters& p) {
    try {
        if (!line.hashes.empty()) readHashes(parseTail(line.hashes, source), p);
    } catch (const Error&) {
        p.other.emplace_back("Hashes", line.hashes);
    }
    try {
        if (!line.civitaiResources.empty()) readResources(parseTail(line.civitaiResources, source), p);
    } catch (const Error&) {
        p.other.emplace_back("Civitai resources", line.civitaiResources);
    }
}

/// Takes back the space that keeps a prompt's line from being taken for another part.
std::string_view unprotected(std::string_view line) {
    const std::size_t word = line.find_first_not_of(' ');
    const bool isProtected = word != std::string_view::npos && word > 0 &&
                             (line.substr(word).starts_with("Steps: ") || line.substr(word).starts_with(kNegative));
    return isProtected ? line.substr(1) : line;
}

void readPrompts(std::string_view text, GenerationParameters& p) {
    std::string* target = &p.prompt;
    bool first = true;
    while (true) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (target == &p.prompt && line.starts_with(kNegative)) {
            target = &p.negative;
            line.remove_prefix(kNegative.size());
            if (line.starts_with(' ')) line.remove_prefix(1);
            first = true;
        }
        if (!first) target->push_back('\n');
        target->append(unprotected(line));
        first = false;
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

GenerationParameters readGenerationText(std::string_view text, const std::string& source) {
    if (text.size() > kMaxTextBytes)
        throw Error(ErrorCode::ImageDecodeFailed, "The generation text of " + source + " is longer than 4 MiB.");
    std::string clean = withoutControls(text);
    while (!clean.empty() && (clean.back() == '\n' || clean.back() == ' ')) clean.pop_back();
    const std::size_t lastBreak = clean.rfind('\n');
    const std::size_t lineStart = lastBreak == std::string::npos ? 0 : lastBreak + 1;

    GenerationParameters parameters;
    GenerationLine line = splitGenerationLine(std::string_view(clean).substr(lineStart), source);
    if (line.pairs.size() < kLeastPairs) {
        readPrompts(clean, parameters);
        return parameters;
    }
    if (lineStart > 0) readPrompts(std::string_view(clean).substr(0, lastBreak), parameters);
    for (auto& [key, value] : line.pairs)
        if (!assignPair(key, value, parameters)) parameters.other.emplace_back(key, value);
    separateSchedule(parameters);
    readTail(line, source, parameters);
    return parameters;
}

}  // namespace segmoe::images
