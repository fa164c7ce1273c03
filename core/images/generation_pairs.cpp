// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/generation_pairs.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/error.h"

namespace segmoe::images {

namespace {

constexpr std::size_t kMaxPairs = 2000;

[[noreturn]] void failPairs(const std::string& source, const std::string& what) {
    throw Error(ErrorCode::ImageDecodeFailed, "The generation text of " + source + " " + what);
}

/// Length of the JSON value that starts a text, by its brackets; 0 when they never close or nest too deeply.
std::size_t bracketLength(std::string_view text) {
    std::size_t depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\') ++i;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxTailDepth) return 0;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return i + 1;
        }
    }
    return 0;
}

/// Takes "KEY: {…}" out of a line where it starts the line or follows a comma.
std::string cutTail(std::string& line, std::string_view key, char bracket, const std::string& source) {
    const std::string start = std::string(key) + ": " + bracket;
    for (std::size_t at = line.find(start); at != std::string::npos; at = line.find(start, at + 1)) {
        if (at > 0 && (at < 2 || line[at - 1] != ' ' || line[at - 2] != ',')) continue;
        const std::size_t value = at + start.size() - 1;
        const std::size_t length = bracketLength(std::string_view(line).substr(value));
        if (length == 0) return {};
        if (length > kMaxTailBytes) failPairs(source, "holds more than 256 KiB after '" + std::string(key) + "'.");
        std::string json = line.substr(value, length);
        line.erase(at, value + length - at);
        return json;
    }
    return {};
}

bool isKeyByte(char c) {
    return isAsciiAlphanumeric(c) || c == '_' || c == ' ' || c == '-' || c == '/' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Length of a JSON string with its quotes at the start of a text; 0 when it is not closed before a comma or the end.
std::size_t quotedLength(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            const std::string_view after = trimmed(text.substr(i + 1));
            return after.empty() || after.front() == ',' ? i + 1 : 0;
        }
    }
    return 0;
}

std::string unquoted(std::string_view quotedText) {
    const auto value = nlohmann::json::parse(quotedText, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string(quotedText);
}

}  // namespace

GenerationLine splitGenerationLine(std::string_view line, const std::string& source) {
    GenerationLine result;
    std::string rest(line);
    // The last one is cut first: resources may speak of hashes.
    result.civitaiResources = cutTail(rest, "Civitai resources", '[', source);
    result.hashes = cutTail(rest, "Hashes", '{', source);
    std::string_view text = rest;
    while (!text.empty()) {
        std::size_t keyEnd = 0;
        while (keyEnd < text.size() && isKeyByte(text[keyEnd])) ++keyEnd;
        const std::string_view key = trimmed(text.substr(0, keyEnd));
        if (key.size() < 2 || keyEnd == text.size() || text[keyEnd] != ':') {
            const std::size_t comma = text.find(',', keyEnd);
            text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
            continue;
        }
        text.remove_prefix(keyEnd + 1);
        while (text.starts_with(' ')) text.remove_prefix(1);
        const std::size_t quotedEnd = text.starts_with('"') ? quotedLength(text) : 0;
        const std::size_t end = quotedEnd ? quotedEnd : std::min(text.find(','), text.size());
        if (result.pairs.size() == kMaxPairs) failPairs(source, "has more than 2000 pairs.");
        result.pairs.emplace_back(
            std::string(key), quotedEnd ? unquoted(text.substr(0, end)) : std::string(trimmed(text.substr(0, end))));
        const std::size_t comma = text.find(',', end);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return result;
}

}  // namespace segmoe::images
