// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/content_disposition.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/hub/http_headers.h"
#include "core/hub/link_url.h"
#include "core/hub/path_rules.h"

namespace segmoe::hub {

namespace {

struct Value {
    std::string text;
    bool isQuoted = false;
};

bool isOneOf(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool isTokenCharacter(char c) { return isAsciiAlphanumeric(c) || isOneOf(c, "!#$%&'*+-.^_`|~"); }

std::string_view takeToken(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, isTokenCharacter);
    const std::string_view token = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(token.size());
    return token;
}

/// Between quotes; a backslash takes the next character as it is. Nothing when the closing quote is missing.
std::optional<std::string> takeQuoted(std::string_view& text) {
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return out;
        }
        if (text[i] == '\\' && ++i == text.size()) break;
        out += text[i];
    }
    return std::nullopt;
}

std::optional<Value> takeValue(std::string_view& text) {
    if (text.starts_with('"')) {
        auto quoted = takeQuoted(text);
        return quoted ? std::optional(Value{std::move(*quoted), true}) : std::nullopt;
    }
    const std::string_view token = takeToken(text);
    return token.empty() ? std::nullopt : std::optional(Value{std::string(token), false});
}

std::string fromLatin1(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | byte >> 6);
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

/// charset'language'value, where the value is percent-encoded.
std::optional<std::string> extendedText(const Value& value) {
    const std::string_view text = value.text;
    const std::size_t language = text.find('\'');
    const std::size_t begin = language == std::string_view::npos ? language : text.find('\'', language + 1);
    if (value.isQuoted || begin == std::string_view::npos) return std::nullopt;
    const std::string_view encoded = text.substr(begin + 1);
    if (encoded.find_first_of("*'") != std::string_view::npos) return std::nullopt;
    std::string bytes;
    try {
        bytes = percentDecoded(encoded);
    } catch (const Error&) {
        return std::nullopt;
    }
    const std::string_view charset = text.substr(0, language);
    if (equalsIgnoringCase(charset, "UTF-8")) return bytes;
    return equalsIgnoringCase(charset, "ISO-8859-1") ? std::optional(fromLatin1(bytes)) : std::nullopt;
}

std::optional<std::string> harmless(std::string_view name) {
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    return pathFault(name).empty() ? std::optional(std::string(name)) : std::nullopt;
}

}  // namespace

std::optional<std::string> dispositionFileName(std::string_view header) {
    header = trimmedBlanks(header);
    if (takeToken(header).empty()) return std::nullopt;
    std::optional<Value> plain, extended;
    for (header = trimmedBlanks(header); !header.empty(); header = trimmedBlanks(header)) {
        if (header.front() != ';') return std::nullopt;
        header = trimmedBlanks(header.substr(1));
        if (header.empty() || header.front() == ';') continue;
        const std::string name = asciiLower(std::string(takeToken(header)));
        header = trimmedBlanks(header);
        if (name.empty() || !header.starts_with('=')) return std::nullopt;
        header = trimmedBlanks(header.substr(1));
        auto value = takeValue(header);
        if (!value) return std::nullopt;
        std::optional<Value> other;
        std::optional<Value>& into = name == "filename" ? plain : name == "filename*" ? extended : other;
        if (into) return std::nullopt;  // named twice: which one is meant, nobody knows
        into = std::move(value);
    }
    if (extended)
        if (const auto text = extendedText(*extended))
            if (auto name = harmless(*text)) return name;
    if (!plain) return std::nullopt;
    return harmless(isValidUtf8(plain->text) ? plain->text : fromLatin1(plain->text));
}

}  // namespace segmoe::hub
