// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segmoe::hub {

/// Header lines in their order; names are compared without regard to case, a name may come several times.
class HttpHeaders {
public:
    using Line = std::pair<std::string, std::string>;

    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<Line> lines) : m_lines(lines) {}

    void add(std::string name, std::string value);
    /// Replaces every line of this name.
    void set(std::string name, std::string value);
    void clear() { m_lines.clear(); }

    bool has(std::string_view name) const { return first(name).has_value(); }
    /// The value of the first line of this name, without blanks at its ends.
    std::optional<std::string> first(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    /// Whether two lines of this name differ: a server, or somebody on the way, contradicts itself.
    bool isContradictory(std::string_view name) const;

    const std::vector<Line>& lines() const { return m_lines; }
    bool empty() const { return m_lines.empty(); }

private:
    std::vector<Line> m_lines;
};

/// ASCII letters alone, whatever the locale.
bool equalsIgnoringCase(std::string_view a, std::string_view b);
std::string_view trimmedBlanks(std::string_view text);

}  // namespace segmoe::hub
