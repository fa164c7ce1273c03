// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/link_header.h"

#include <algorithm>

#include "core/hub/http_headers.h"

namespace segmoe::hub {

namespace {

/// Position of a separator outside quotes, or the end.
std::size_t separator(std::string_view text, std::string_view separators) {
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isQuoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && separators.find(text[i]) != std::string_view::npos) {
            return i;
        }
    }
    return text.size();
}

bool isNextRelation(std::string_view parameter) {
    const std::size_t sign = parameter.find('=');
    if (sign == std::string_view::npos || !equalsIgnoringCase(trimmedBlanks(parameter.substr(0, sign)), "rel"))
        return false;
    std::string_view value = trimmedBlanks(parameter.substr(sign + 1));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        if (equalsIgnoringCase(value.substr(0, end), "next")) return true;
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return false;
}

}  // namespace

std::optional<std::string> nextLink(std::string_view header) {
    while (true) {
        header = trimmedBlanks(header);
        if (!header.starts_with('<')) return std::nullopt;
        const std::size_t close = header.find('>');
        if (close == std::string_view::npos) return std::nullopt;
        const std::string_view target = header.substr(1, close - 1);
        header.remove_prefix(close + 1);
        bool isNext = false;
        while (true) {
            const std::size_t end = separator(header, ";,");
            isNext = isNext || isNextRelation(header.substr(0, end));
            const bool isLast = end == header.size() || header[end] == ',';
            header.remove_prefix(std::min(end + 1, header.size()));
            if (isLast) break;
        }
        if (isNext) return std::string(target);
        if (header.empty()) return std::nullopt;
    }
}

}  // namespace segmoe::hub
