// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/config_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace segmoe {
namespace {

constexpr std::size_t kLongestList = 64;

bool isOff(const nlohmann::json& value) {
    if (value.is_null() || (value.is_boolean() && !value.get<bool>())) return true;
    return value.is_array() &&
           std::all_of(value.begin(), value.end(), [](const nlohmann::json& v) { return v.is_null() || v == false; });
}

}  // namespace

ConfigReader::ConfigReader(const nlohmann::json& json, std::string where) : m_json(json), m_where(std::move(where)) {
    if (!json.is_object())
        throw Error(ErrorCode::ConfigInvalid,
                    m_where + " is not a JSON object; take the file from the model's original folder.");
}

bool ConfigReader::has(std::string_view key) const {
    const auto found = m_json.find(key);
    return found != m_json.end() && !found->is_null();
}

const nlohmann::json& ConfigReader::at(std::string_view key) const {
    const auto found = m_json.find(key);
    if (found == m_json.end()) fail(key, "is missing");
    return *found;
}

void ConfigReader::fail(std::string_view key, const std::string& what) const {
    throw Error(ErrorCode::ConfigInvalid, m_where + ": the key \"" + std::string(key) + "\" " + what + ".",
                std::string(key));
}

std::int64_t ConfigReader::boundedInteger(std::string_view key, const nlohmann::json& value, std::int64_t least,
                                          std::int64_t most) const {
    const bool isWhole = value.is_number_integer() ||
                         (value.is_number_float() && std::trunc(value.get<double>()) == value.get<double>());
    const double number = isWhole ? value.get<double>() : 0.0;
    if (!isWhole || number < static_cast<double>(least) || number > static_cast<double>(most))
        fail(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return static_cast<std::int64_t>(number);
}

std::int64_t ConfigReader::integer(std::string_view key, std::int64_t absent, std::int64_t least,
                                   std::int64_t most) const {
    return has(key) ? boundedInteger(key, at(key), least, most) : absent;
}

double ConfigReader::number(std::string_view key, double absent) const {
    if (!has(key)) return absent;
    if (!at(key).is_number() || !std::isfinite(at(key).get<double>())) fail(key, "must be a number");
    return at(key).get<double>();
}

bool ConfigReader::flag(std::string_view key, bool absent) const {
    if (!has(key)) return absent;
    if (!at(key).is_boolean()) fail(key, "must be true or false");
    return at(key).get<bool>();
}

std::string ConfigReader::text(std::string_view key, std::string_view absent) const {
    if (!has(key)) return std::string(absent);
    if (!at(key).is_string()) fail(key, "must be a text");
    return at(key).get<std::string>();
}

std::vector<std::int64_t> ConfigReader::integersPerLevel(std::string_view key, std::int64_t absent, std::size_t count,
                                                         std::int64_t least, std::int64_t most) const {
    if (!has(key) || !at(key).is_array()) return std::vector<std::int64_t>(count, integer(key, absent, least, most));
    std::vector<std::int64_t> values = integers(key, {}, least, most);
    if (values.size() != count)
        fail(key, "has " + std::to_string(values.size()) + " entries, " + std::to_string(count) + " are needed");
    return values;
}

std::vector<std::int64_t> ConfigReader::integers(std::string_view key, const std::vector<std::int64_t>& absent,
                                                 std::int64_t least, std::int64_t most) const {
    if (!has(key)) return absent;
    if (!at(key).is_array() || at(key).empty() || at(key).size() > kLongestList)
        fail(key, "must be a list of whole numbers");
    std::vector<std::int64_t> values;
    for (const nlohmann::json& value : at(key)) values.push_back(boundedInteger(key, value, least, most));
    return values;
}

std::vector<double> ConfigReader::numbers(std::string_view key) const {
    std::vector<double> values;
    if (!has(key)) return values;
    if (!at(key).is_array() || at(key).size() > kLongestList) fail(key, "must be a list of numbers");
    for (const nlohmann::json& value : at(key)) {
        if (!value.is_number() || !std::isfinite(value.get<double>())) fail(key, "must be a list of numbers");
        values.push_back(value.get<double>());
    }
    return values;
}

std::vector<std::string> ConfigReader::texts(std::string_view key, const std::vector<std::string>& absent) const {
    if (!has(key)) return absent;
    if (!at(key).is_array() || at(key).size() > kLongestList) fail(key, "must be a list of texts");
    std::vector<std::string> values;
    for (const nlohmann::json& value : at(key)) {
        if (!value.is_string()) fail(key, "must be a list of texts");
        values.push_back(value.get<std::string>());
    }
    return values;
}

void ConfigReader::requireOff(std::string_view key) const {
    if (has(key) && !isOff(at(key)))
        fail(key, "asks for something this program does not support: " + at(key).dump().substr(0, 80));
}

void ConfigReader::requireEqual(std::string_view key, const nlohmann::json& wanted) const {
    if (has(key) && at(key) != wanted)
        fail(key, "is " + at(key).dump().substr(0, 80) + "; only " + wanted.dump() + " is supported");
}

}  // namespace segmoe
