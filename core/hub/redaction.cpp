// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/redaction.h"

#include <algorithm>
#include <cstddef>

#include "core/base/ascii.h"
#include "core/hub/http_headers.h"

namespace segmoe::hub {

namespace {

constexpr std::string_view kCut = "…";
constexpr std::size_t kHubTokenDigits = 8;

bool isWordByte(char c) { return isAsciiAlphanumeric(c) || c == '_' || c == '-'; }

bool beginsWith(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && equalsIgnoringCase(text.substr(0, prefix.size()), prefix);
}

bool isSecretKey(std::string_view key) {
    for (const char* name :
         {"token", "signature", "policy", "key-pair-id", "expires", "access_token", "refresh_token", "api_key"})
        if (equalsIgnoringCase(key, name)) return true;
    return beginsWith(key, "sig") || beginsWith(key, "x-amz-");
}

/// Length of the secret that begins at `text`; 0 for none.
std::size_t hubTokenLength(std::string_view text) {
    if (!beginsWith(text, "hf_")) return 0;
    std::size_t end = 3;
    while (end < text.size() && isWordByte(text[end])) ++end;
    return end - 3 >= kHubTokenDigits ? end : 0;
}

/// Where the value of a key=value pair ends.
bool endsValue(char c) {
    return c == '&' || c == '#' || c == '"' || c == '\'' || c == '<' || c == '>' || c == ')' ||
           static_cast<unsigned char>(c) <= 0x20;
}

/// Copies `text`, and drops values of secret keys and hub tokens.
std::string withoutSecretWords(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (!isWordByte(text[i])) {
            result += text[i++];
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isWordByte(text[end])) ++end;
        const std::string_view word = text.substr(i, end - i);
        if (hubTokenLength(word) > 0) {
            (result += "hf_") += kCut;
            i = end;
        } else if (end < text.size() && text[end] == '=' && isSecretKey(word)) {
            ((result += word) += '=') += kCut;
            for (i = end + 1; i < text.size() && !endsValue(text[i]);) ++i;
        } else {
            result += word;
            i = end;
        }
    }
    return result;
}

/// Drops what follows "authorization:", "cookie:" or "set-cookie:" in a line, and the word after "bearer ".
std::string withoutSecretHeaders(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string_view rest = line.substr(i);
        for (const std::string_view name : {"authorization:", "cookie:", "bearer "})
            if (beginsWith(rest, name)) return std::string(line.substr(0, i + name.size())) + " " + std::string(kCut);
    }
    return std::string(line);
}

}  // namespace

std::string redactedUrl(std::string_view url) {
    const std::size_t start = url.find("://");
    if (start != std::string_view::npos) {
        const std::size_t host = start + 3;
        const std::string_view authority = url.substr(host, url.find_first_of("/?#", host) - host);
        const std::size_t at = authority.rfind('@');
        if (at != std::string_view::npos)
            return std::string(url.substr(0, host)) + withoutSecretWords(url.substr(host + at + 1));
    }
    return withoutSecretWords(url);
}

std::string redactedText(std::string_view text) {
    std::string result;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        result += withoutSecretWords(withoutSecretHeaders(text.substr(start, end - start)));
        if (end == std::string_view::npos) return result;
        result += '\n';
        start = end + 1;
    }
}

}  // namespace segmoe::hub
