// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/path_rules.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <set>

#include <utf8proc.h>

#include "core/base/ascii.h"
#include "core/base/error.h"
#include "core/base/utf8.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kLongestSegment = 255;
constexpr std::size_t kLongestPath = 1024;
constexpr std::size_t kLongestStem = 100;

/// Windows looks at what stands before the first dot, without the spaces behind it.
bool isDeviceName(std::string_view segment) {
    std::string stem = asciiLower(std::string(segment.substr(0, segment.find('.'))));
    while (!stem.empty() && stem.back() == ' ') stem.pop_back();
    static constexpr std::array kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};
    if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
    if (!stem.starts_with("com") && !stem.starts_with("lpt")) return false;
    const std::string_view number = std::string_view(stem).substr(3);
    // the superscript digits are numbers of ports too
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\u00B9" || number == "\u00B2" ||
           number == "\u00B3";
}

std::string segmentFault(std::string_view segment) {
    if (segment.empty()) return "has an empty part";
    if (segment == "." || segment == "..") return "walks through folders with '.' or '..'";
    if (segment.size() > kLongestSegment) return "has a part of more than 255 bytes";
    if (segment.back() == '.' || segment.back() == ' ') return "has a part that ends in a dot or a space";
    if (isDeviceName(segment)) return "has a part that Windows takes for a device";
    return {};
}

bool isForbidden(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || c == '\\' || c == ':';
}

/// Format characters can turn a name around on the screen ("gpj.exe").
bool hasControlScalar(std::string_view text) {
    for (const std::string_view mark : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
                                        "\u2069", "\u200E", "\u200F", "\uFEFF"})
        if (text.find(mark) != std::string_view::npos) return true;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (static_cast<unsigned char>(text[i]) == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    return false;
}

std::string folded(const std::string& text) {
    utf8proc_uint8_t* raw = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &raw, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
    if (length < 0) return text;
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)};
}

}  // namespace

std::string pathFault(std::string_view path) {
    if (path.empty()) return "is empty";
    if (path.size() > kLongestPath) return "is longer than 1024 bytes";
    if (!isValidUtf8(path)) return "is not valid UTF-8";
    if (std::ranges::any_of(path, isForbidden)) return "has a backslash, a colon or a control character";
    if (hasControlScalar(path)) return "has characters that change how it is shown";
    if (path.front() == '/') return "begins with a slash";
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (std::string fault = segmentFault(path.substr(begin, end - begin)); !fault.empty()) return fault;
        begin = end + 1;
    }
    return {};
}

void requireSafePath(std::string_view path, const std::string& source) {
    const std::string fault = pathFault(path);
    if (fault.empty()) return;
    throw Error(ErrorCode::NameRefused,
                "The name " + quote(path) + " in " + source + " " + fault + "; this program refuses to use it.");
}

std::string caseTwin(std::span<const std::string> paths) {
    std::set<std::string> seen;
    for (const std::string& path : paths)
        if (!seen.insert(folded(path)).second) return path;
    return {};
}

namespace {

std::string plainStem(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && name.size() - dot <= 12)
        name = name.substr(0, dot);
    std::string stem;
    for (const char c : name) {
        const bool isPlain = isAsciiAlphanumeric(c);
        if (isPlain || std::string_view("._ ()-").find(c) != std::string_view::npos) stem += c;
        if (stem.size() == kLongestStem) break;
    }
    stem.erase(0, std::min(stem.find_first_not_of(". "), stem.size()));
    stem.erase(stem.find_last_not_of(". ") + 1);
    return stem;
}

}  // namespace

bool hasPlainStem(std::string_view name) { return !plainStem(name).empty(); }

std::string sanitisedFileName(std::string_view name, std::string_view suffix) {
    std::string stem = plainStem(name);
    if (stem.empty() || isDeviceName(stem)) stem = stem.empty() ? "model" : "model-" + stem;
    return stem + std::string(suffix);
}

}  // namespace segmoe::hub
