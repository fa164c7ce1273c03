// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace segmoe {

/// Reads the keys of one config.json with defaults for absent ones and bounds for all: numbers from a file never decide
/// an allocation unchecked. Every fault is Error{ConfigInvalid} naming file and key. Borrows the JSON value.
class ConfigReader {
public:
    /// where: the file, for messages. Throws when json is no object.
    ConfigReader(const nlohmann::json& json, std::string where);

    /// Present and not null.
    bool has(std::string_view key) const;
    const nlohmann::json& at(std::string_view key) const;

    std::int64_t integer(std::string_view key, std::int64_t absent, std::int64_t least, std::int64_t most) const;
    double number(std::string_view key, double absent) const;
    bool flag(std::string_view key, bool absent) const;
    std::string text(std::string_view key, std::string_view absent) const;
    /// An integer stands for a list of count equal ones; a list must have count entries.
    std::vector<std::int64_t> integersPerLevel(std::string_view key, std::int64_t absent, std::size_t count,
                                               std::int64_t least, std::int64_t most) const;
    std::vector<std::int64_t> integers(std::string_view key, const std::vector<std::int64_t>& absent,
                                       std::int64_t least, std::int64_t most) const;
    std::vector<double> numbers(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key, const std::vector<std::string>& absent) const;

    /// Throws unless the key is absent, null, false, or a list of nothing but those.
    void requireOff(std::string_view key) const;
    /// Throws unless the key is absent, null or equal to wanted.
    void requireEqual(std::string_view key, const nlohmann::json& wanted) const;

    /// The value as an integer within bounds.
    std::int64_t boundedInteger(std::string_view key, const nlohmann::json& value, std::int64_t least,
                                std::int64_t most) const;
    /// "unet/config.json: the key "x" …"
    [[noreturn]] void fail(std::string_view key, const std::string& what) const;

private:
    const nlohmann::json& m_json;
    std::string m_where;
};

}  // namespace segmoe
