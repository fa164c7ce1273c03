// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/link_url.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/error.h"

namespace segmoe::hub {

namespace {

[[noreturn]] void refuseLink(const std::string& what) {
    // the address itself is not repeated: it may carry a secret
    throw Error(ErrorCode::RequestInvalid,
                "This link cannot be used: it " + what + ". Copy it from the model's page again.");
}

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0) refuseLink("has a broken escape");
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

namespace {

/// Calls take for every part between separators.
template <class Take>
void split(std::string_view text, char separator, Take take) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        take(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

void readQuery(std::string_view text, LinkUrl& url) {
    split(text, '&', [&](std::string_view pair) {
        if (pair.empty()) return;
        const std::size_t sign = pair.find('=');
        const std::string_view value = sign == std::string_view::npos ? std::string_view() : pair.substr(sign + 1);
        url.query.emplace_back(percentDecoded(pair.substr(0, sign)), percentDecoded(value));
    });
}

}  // namespace

std::string LinkUrl::value(std::string_view key) const {
    for (const auto& [name, value] : query)
        if (name == key) return value;
    return {};
}

LinkUrl parseLinkUrl(std::string_view text) {
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }))
        refuseLink("has spaces or control characters");
    text = text.substr(text.find("://") + 3);
    text = text.substr(0, text.find('#'));
    const std::size_t hostEnd = std::min(text.find_first_of("/?\\"), text.size());
    LinkUrl url;
    url.host = asciiLower(std::string(text.substr(0, hostEnd)));
    if (url.host.empty()) refuseLink("names no host");
    if (url.host.find('@') != std::string::npos) refuseLink("carries a user name");
    text.remove_prefix(hostEnd);
    const std::size_t mark = text.find('?');
    if (mark != std::string_view::npos) readQuery(text.substr(mark + 1), url);
    std::string_view path = text.substr(0, mark);
    while (path.starts_with('/')) path.remove_prefix(1);
    while (path.ends_with('/')) path.remove_suffix(1);
    if (!path.empty()) split(path, '/', [&](std::string_view part) { url.path.push_back(percentDecoded(part)); });
    return url;
}

}  // namespace segmoe::hub
