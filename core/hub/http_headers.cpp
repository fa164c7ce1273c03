// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/http_headers.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace segmoe::hub {

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

std::string_view trimmedBlanks(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return text;
}

void HttpHeaders::add(std::string name, std::string value) {
    m_lines.emplace_back(std::move(name), std::string(trimmedBlanks(value)));
}

void HttpHeaders::set(std::string name, std::string value) {
    std::erase_if(m_lines, [&](const Line& line) { return equalsIgnoringCase(line.first, name); });
    add(std::move(name), std::move(value));
}

std::optional<std::string> HttpHeaders::first(std::string_view name) const {
    for (const Line& line : m_lines)
        if (equalsIgnoringCase(line.first, name)) return line.second;
    return std::nullopt;
}

std::vector<std::string> HttpHeaders::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const Line& line : m_lines)
        if (equalsIgnoringCase(line.first, name)) values.push_back(line.second);
    return values;
}

bool HttpHeaders::isContradictory(std::string_view name) const {
    const std::vector<std::string> values = all(name);
    return std::ranges::any_of(values, [&](const std::string& value) { return value != values.front(); });
}

}  // namespace segmoe::hub
