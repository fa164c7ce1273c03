// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/answer_fields.h"

#include <limits>

#include "core/base/error.h"
#include "core/base/json_reader.h"

namespace segmoe::hub {

namespace {

using nlohmann::json;

[[noreturn]] void refuseAnswer(const std::string& source, const std::string& what) {
    throw Error(ErrorCode::BadServerReply, source + " sent something unreadable (" + what + "). Try again later.");
}

const json& emptyObject() {
    static const json empty = json::object();
    return empty;
}

}  // namespace

json parseAnswer(std::string_view text, const std::string& source) {
    JsonLimits limits;
    limits.maxBytes = kMaxAnswerBytes;
    limits.maxDepth = 64;
    limits.code = ErrorCode::BadServerReply;
    try {
        return parseJson(text, source, limits);
    } catch (const Error& error) {
        throw Error(
            ErrorCode::BadServerReply,
            source + " sent something unreadable (no JSON that can be used). Try again later, and check the proxy.",
            error.what());
    }
}

json parseObject(std::string_view text, const std::string& source) {
    json answer = parseAnswer(text, source);
    if (!answer.is_object()) refuseAnswer(source, "no JSON object");
    return answer;
}

json parseArray(std::string_view text, const std::string& source) {
    json answer = parseAnswer(text, source);
    if (!answer.is_array()) refuseAnswer(source, "no JSON list");
    if (answer.size() > kMaxListEntries) refuseAnswer(source, "a list of more than 100,000 entries");
    return answer;
}

AnswerFields::AnswerFields(const json& object, const std::string& source) : m_object(object), m_source(source) {
    if (!object.is_object()) refuseAnswer(source, "an entry is no JSON object");
}

void AnswerFields::refuse(const std::string& what) const { refuseAnswer(m_source, what); }

const json& AnswerFields::field(const char* key) const {
    static const json none;
    const auto found = m_object.find(key);
    return found == m_object.end() ? none : *found;
}

std::string AnswerFields::text(const char* key, std::string fallback) const {
    const json& value = field(key);
    if (value.is_null()) return fallback;
    if (!value.is_string()) refuse(std::string(key) + " is not a text");
    return value.get<std::string>();
}

bool AnswerFields::flag(const char* key, bool fallback) const {
    const json& value = field(key);
    if (value.is_null()) return fallback;
    if (!value.is_boolean()) refuse(std::string(key) + " is neither true nor false");
    return value.get<bool>();
}

std::int64_t AnswerFields::count(const char* key, std::int64_t fallback) const {
    const json& value = field(key);
    if (value.is_null()) return fallback;
    if (!value.is_number_unsigned() ||
        value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        refuse(std::string(key) + " is not a whole number");
    return value.get<std::int64_t>();
}

double AnswerFields::number(const char* key, double fallback) const {
    const json& value = field(key);
    if (value.is_null()) return fallback;
    if (!value.is_number()) refuse(std::string(key) + " is not a number");
    return value.get<double>();
}

const json& AnswerFields::array(const char* key) const {
    static const json empty = json::array();
    const json& value = field(key);
    if (value.is_null()) return empty;
    if (!value.is_array() || value.size() > kMaxListEntries) refuse(std::string(key) + " is not a list");
    return value;
}

AnswerFields AnswerFields::object(const char* key) const {
    const json& value = field(key);
    if (!value.is_null() && !value.is_object()) refuse(std::string(key) + " is not an object");
    return {value.is_null() ? emptyObject() : value, m_source};
}

}  // namespace segmoe::hub
