// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/domain/picture_settings.h"

namespace segmoe::images {

/// Control characters other than line break and tab would act on whatever shows the text: they become □, carriage
/// returns vanish.
std::string withoutControls(std::string_view text);

/// A JSON text written by another program: as parseJson, but NaN and Infinity outside of strings count as null.
/// Nothing when it is no JSON object or list, or beyond 16 MiB or 64 levels.
nlohmann::json foreignJson(std::string_view text);

/// A number within limits from a JSON number or a text that is one; nothing for anything else.
std::optional<std::uint64_t> foreignWhole(const nlohmann::json& value, std::uint64_t least, std::uint64_t most);
std::optional<double> foreignReal(const nlohmann::json& value, double least, double most);
/// The strength of a LoRA, -100 to 100; 1 for anything else.
double foreignStrength(const nlohmann::json& value);
/// A cleaned text of at most 1 MiB; nothing for anything else.
std::optional<std::string> foreignText(const nlohmann::json& value);

/// What a program calls the fields that all programs write; an empty name: it writes none, or in its own way.
struct CommonNames {
    const char* prompt = "";
    const char* negative = "";
    const char* guidance = "";
    const char* sampler = "";
    const char* schedule = "";
    const char* seed = "seed";
    const char* steps = "steps";
};

/// The fields of a JSON object from outside. What nobody took can be listed as "others" afterwards.
class ForeignFields {
public:
    /// The object must outlive this. Anything but an object has no fields.
    explicit ForeignFields(const nlohmann::json& object);

    bool has(const char* key) const;
    /// The value, marked as understood; null when it is not there.
    const nlohmann::json& take(const char* key);
    void takeText(const char* key, std::optional<std::string>& field);
    void takeText(const char* key, std::string& field);
    void takeReal(const char* key, double least, double most, std::optional<double>& field);
    void takeSteps(const char* key, PictureSettings& settings);
    void takeSeed(const char* key, PictureSettings& settings);
    void takeGuidance(const char* key, PictureSettings& settings);
    void takeSize(const char* width, const char* height, PictureSettings& settings);
    /// Everything that stands under these names.
    void takeCommon(const CommonNames& names, PictureSettings& settings);
    /// At most 200 of the remaining fields, each cut after 2000 characters.
    void listOthers(PictureSettings& settings) const;

private:
    const nlohmann::json& m_object;
    std::set<std::string> m_taken;
};

}  // namespace segmoe::images
