// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/foreign_fields.h"

#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/images/sampler_titles.h"

namespace segmoe::images {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxJson = 16 * 1024 * 1024;
constexpr std::size_t kMaxText = 1024 * 1024;
constexpr std::size_t kMaxOthers = 200;
constexpr std::size_t kMaxOtherText = 2000;
constexpr std::uint64_t kMaxSteps = 10'000;
constexpr std::uint64_t kMaxPictureSide = 65535;
constexpr double kMaxGuidance = 1000.0;
constexpr double kMaxStrength = 100.0;

const json& nothing() {
    static const json null;
    return null;
}

/// Python writes bare NaN and Infinity, which JSON does not have.
std::string withoutBareNumbers(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\' && i + 1 < text.size()) {
            out.append(text.substr(i++, 2));
            continue;
        }
        if (c == '"') inString = !inString;
        std::string_view word;
        if (!inString)
            for (const std::string_view candidate : {"-Infinity", "Infinity", "NaN"})
                if (text.substr(i).starts_with(candidate)) word = candidate;
        if (word.empty()) {
            out.push_back(c);
        } else {
            out += "null";
            i += word.size() - 1;
        }
    }
    return out;
}

template <class Number>
std::optional<Number> parsed(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string shortened(std::string text) {
    if (text.size() <= kMaxOtherText) return text;
    text.resize(kMaxOtherText);
    while (!isValidUtf8(text)) text.pop_back();
    return text + "…";
}

}  // namespace

std::string withoutControls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            out.push_back(c);
        else if (c != '\r')
            out += "\u25A1";
    }
    return out;
}

json foreignJson(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (text[start] != '{' && text[start] != '[')) return {};
    const std::size_t end = text.find_last_not_of(std::string_view(" \t\r\n\0", 5));
    try {
        return parseJson(withoutBareNumbers(text.substr(start, end - start + 1)), "the picture",
                         {.maxBytes = kMaxJson, .maxDepth = 64, .code = ErrorCode::ImageDecodeFailed});
    } catch (const Error&) {
        return {};
    }
}

std::optional<std::uint64_t> foreignWhole(const json& value, std::uint64_t least, std::uint64_t most) {
    std::optional<std::uint64_t> number;
    constexpr double kExact = 9007199254740992.0;  // 2^53
    if (value.is_number_unsigned())
        number = value.get<std::uint64_t>();
    else if (value.is_number_float() && value >= 0 && value <= kExact && std::floor(value.get<double>()) == value)
        number = static_cast<std::uint64_t>(value.get<double>());
    else if (value.is_number_integer() && value >= 0)
        number = static_cast<std::uint64_t>(value.get<std::int64_t>());
    else if (value.is_string())
        number = parsed<std::uint64_t>(value.get_ref<const std::string&>());
    if (!number || *number < least || *number > most) return std::nullopt;
    return number;
}

std::optional<double> foreignReal(const json& value, double least, double most) {
    std::optional<double> number;
    if (value.is_number())
        number = value.get<double>();
    else if (value.is_string())
        number = parsed<double>(value.get_ref<const std::string&>());
    if (!number || !(*number >= least && *number <= most)) return std::nullopt;
    return number;
}

double foreignStrength(const json& value) { return foreignReal(value, -kMaxStrength, kMaxStrength).value_or(1.0); }

std::optional<std::string> foreignText(const json& value) {
    if (!value.is_string() || value.get_ref<const std::string&>().size() > kMaxText) return std::nullopt;
    return withoutControls(value.get_ref<const std::string&>());
}

ForeignFields::ForeignFields(const json& object) : m_object(object.is_object() ? object : nothing()) {}

bool ForeignFields::has(const char* key) const { return m_object.is_object() && m_object.contains(key); }

const json& ForeignFields::take(const char* key) {
    if (!has(key)) return nothing();
    m_taken.insert(key);
    return m_object[key];
}

void ForeignFields::takeText(const char* key, std::optional<std::string>& field) {
    if (auto text = foreignText(take(key))) field = std::move(text);
}

void ForeignFields::takeText(const char* key, std::string& field) {
    if (auto text = foreignText(take(key))) field = std::move(*text);
}

void ForeignFields::takeReal(const char* key, double least, double most, std::optional<double>& field) {
    if (const auto value = foreignReal(take(key), least, most)) field = value;
}

void ForeignFields::takeSteps(const char* key, PictureSettings& settings) {
    if (const auto value = foreignWhole(take(key), 1, kMaxSteps)) settings.steps = static_cast<int>(*value);
}

void ForeignFields::takeSeed(const char* key, PictureSettings& settings) {
    if (const auto value = foreignWhole(take(key), 0, UINT64_MAX)) settings.seed = value;
}

void ForeignFields::takeGuidance(const char* key, PictureSettings& settings) {
    takeReal(key, 0.0, kMaxGuidance, settings.guidanceScale);
}

void ForeignFields::takeSize(const char* width, const char* height, PictureSettings& settings) {
    const auto x = foreignWhole(take(width), 1, kMaxPictureSide);
    const auto y = foreignWhole(take(height), 1, kMaxPictureSide);
    if (!x || !y) return;
    settings.width = static_cast<int>(*x);
    settings.height = static_cast<int>(*y);
}

void ForeignFields::takeCommon(const CommonNames& names, PictureSettings& settings) {
    if (*names.prompt) takeText(names.prompt, settings.prompt);
    if (*names.negative) takeText(names.negative, settings.negative);
    takeSeed(names.seed, settings);
    takeSteps(names.steps, settings);
    takeGuidance(names.guidance, settings);
    if (!*names.sampler) return;
    const std::string sampler = foreignText(take(names.sampler)).value_or("");
    const std::string schedule = *names.schedule ? foreignText(take(names.schedule)).value_or("") : "";
    if (!sampler.empty()) assignSampler(sampler, schedule, settings);
}

void ForeignFields::listOthers(PictureSettings& settings) const {
    if (!m_object.is_object()) return;
    for (const auto& [key, value] : m_object.items()) {
        if (m_taken.contains(key) || value.is_null() || settings.others.size() >= kMaxOthers) continue;
        std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        if (!text.empty()) settings.others.emplace_back(withoutControls(key), shortened(withoutControls(text)));
    }
}

}  // namespace segmoe::images
