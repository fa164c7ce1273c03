// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/yaml_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "core/base/ascii.h"

namespace segmoe::moe {

namespace {

using Json = nlohmann::ordered_json;

/// The type a YAML 1.1 reader gives to a plain word.
Json plainScalar(const std::string& text) {
    static constexpr std::array<std::string_view, 5> nulls = {"", "~", "null", "Null", "NULL"};
    static constexpr std::array<std::string_view, 9> yes = {"true", "True", "TRUE", "yes", "Yes",
                                                            "YES",  "on",   "On",   "ON"};
    static constexpr std::array<std::string_view, 9> no = {"false", "False", "FALSE", "no", "No",
                                                           "NO",    "off",   "Off",   "OFF"};
    const auto isOneOf = [&](const auto& words) {
        return std::find(words.begin(), words.end(), std::string_view(text)) != words.end();
    };
    if (isOneOf(nulls)) return nullptr;
    if (isOneOf(yes)) return true;
    if (isOneOf(no)) return false;
    const char* begin = text.data() + (text[0] == '+' ? 1 : 0);
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto [stop, error] = std::from_chars(begin, end, whole); error == std::errc{} && stop == end)
        return whole;
    std::uint64_t large = 0;
    if (const auto [stop, error] = std::from_chars(begin, end, large); error == std::errc{} && stop == end)
        return large;
    double number = 0.0;
    const bool numeric = text.find_first_of("0123456789") != std::string::npos &&
                         text.find_first_not_of("+-.0123456789eE") == std::string::npos;
    if (numeric)
        if (const auto [stop, error] = std::from_chars(begin, end, number); error == std::errc{} && stop == end)
            return number;
    return text;
}

/// Whether the string may stand without quotes: letters first, nothing that any reader gives a meaning to.
bool isPlainWord(const std::string& text) {
    const auto isInner = [](char c) { return isAsciiAlphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '/'; };
    return !text.empty() && isAsciiLetter(text[0]) && std::all_of(text.begin(), text.end(), isInner) &&
           plainScalar(text).is_string();
}

void emit(YAML::Emitter& out, const Json& value) {
    switch (value.type()) {
        case Json::value_t::object:
            if (value.empty()) out << YAML::Flow;
            out << YAML::BeginMap;
            for (const auto& [key, inner] : value.items()) {
                out << YAML::Key;
                if (!isPlainWord(key)) out << YAML::DoubleQuoted;
                out << key << YAML::Value;
                emit(out, inner);
            }
            out << YAML::EndMap;
            break;
        case Json::value_t::array:
            if (value.empty()) out << YAML::Flow;
            out << YAML::BeginSeq;
            for (const Json& inner : value) emit(out, inner);
            out << YAML::EndSeq;
            break;
        case Json::value_t::string: {
            const auto& text = value.get_ref<const std::string&>();
            if (!isPlainWord(text)) out << YAML::DoubleQuoted;
            out << text;
            break;
        }
        case Json::value_t::null: out << YAML::Null; break;
        default: out << value.dump(); break;  // numbers and booleans read the same in both languages
    }
}

}  // namespace

Json yamlToJson(const YAML::Node& node) {
    switch (node.Type()) {
        case YAML::NodeType::Map: {
            Json object = Json::object();
            for (const auto& entry : node) object[entry.first.Scalar()] = yamlToJson(entry.second);
            return object;
        }
        case YAML::NodeType::Sequence: {
            Json array = Json::array();
            for (const auto& entry : node) array.push_back(yamlToJson(entry));
            return array;
        }
        case YAML::NodeType::Scalar:
            return node.Tag() == "?" || node.Tag().empty() ? plainScalar(node.Scalar()) : Json(node.Scalar());
        default: return nullptr;
    }
}

std::string jsonToYaml(const Json& value) {
    YAML::Emitter out;
    out.SetIndent(2);
    emit(out, value);
    return std::string(out.c_str(), out.size()) + "\n";
}

}  // namespace segmoe::moe
