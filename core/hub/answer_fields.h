// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace segmoe::hub {

/// Caps of what a server may answer (hub.md, S9).
inline constexpr std::size_t kMaxAnswerBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kMaxListEntries = 100'000;

/// A JSON answer. Throws Error{BadServerReply} naming `source`.
nlohmann::json parseAnswer(std::string_view text, const std::string& source);
/// The same where the answer must be an object or an array.
nlohmann::json parseObject(std::string_view text, const std::string& source);
nlohmann::json parseArray(std::string_view text, const std::string& source);

/// One object of an answer, read field by field. A field that is missing or null gives the fallback; one of another
/// type throws Error{BadServerReply}. The object and the source must outlive it.
class AnswerFields {
public:
    AnswerFields(const nlohmann::json& object, const std::string& source);

    /// Null when it is missing.
    const nlohmann::json& field(const char* key) const;
    bool has(const char* key) const { return !field(key).is_null(); }
    std::string text(const char* key, std::string fallback = {}) const;
    bool flag(const char* key, bool fallback = false) const;
    std::int64_t count(const char* key, std::int64_t fallback = 0) const;
    double number(const char* key, double fallback = 0.0) const;
    /// An empty array when it is missing.
    const nlohmann::json& array(const char* key) const;
    /// An empty object when it is missing.
    AnswerFields object(const char* key) const;

    [[noreturn]] void refuse(const std::string& what) const;

private:
    const nlohmann::json& m_object;
    const std::string& m_source;
};

}  // namespace segmoe::hub
