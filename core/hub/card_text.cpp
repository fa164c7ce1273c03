// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/card_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace segmoe::hub {

namespace {

constexpr std::size_t kMostRead = 256 * 1024;
constexpr std::size_t kMostWritten = 20'000;
constexpr std::size_t kLongestLink = 1024;

void appendCodePoint(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// "&amp;", "&#39;", "&#x27;"; nothing for what is no entity. `end` is set behind it.
std::optional<std::string> entityAt(std::string_view text, std::size_t at, std::size_t& end) {
    constexpr std::size_t kLongest = 10;
    const std::size_t stop = text.substr(at, kLongest).find(';');
    if (stop == std::string_view::npos || stop < 2) return std::nullopt;
    const std::string_view name = text.substr(at + 1, stop - 1);
    end = at + stop + 1;
    if (name.front() == '#') {
        const bool isHex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
        std::uint32_t code = 0;
        for (const char c : name.substr(isHex ? 2 : 1)) {
            const char lower = asciiLower(c);
            const bool isHexLetter = isHex && lower >= 'a' && lower <= 'f';
            if (!isAsciiDigit(c) && !isHexLetter) return std::nullopt;
            code = code * (isHex ? 16 : 10) + static_cast<std::uint32_t>(isHexLetter ? lower - 'a' + 10 : c - '0');
            if (code > 0x10FFFF) return std::nullopt;
        }
        if (code < 0x20 || (code >= 0xD800 && code < 0xE000)) return " ";
        std::string text8;
        appendCodePoint(text8, code);
        return text8;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNames = {{{"amp", "&"},
                                                                                      {"lt", "<"},
                                                                                      {"gt", ">"},
                                                                                      {"quot", "\""},
                                                                                      {"apos", "'"},
                                                                                      {"nbsp", " "},
                                                                                      {"mdash", "–"},
                                                                                      {"hellip", "…"}}};
    for (const auto& [known, meaning] : kNames)
        if (name == known) return std::string(meaning);
    return std::nullopt;
}

/// The name of the tag that begins at '<', lower case, with '/' in front when it ends something; empty = no tag.
std::string tagName(std::string_view text, std::size_t at) {
    std::size_t begin = at + 1;
    std::string name;
    if (begin < text.size() && text[begin] == '/') {
        name = "/";
        ++begin;
    }
    for (std::size_t i = begin; i < text.size() && isAsciiAlphanumeric(text[i]) && name.size() < 12; ++i)
        name += asciiLower(text[i]);
    return name == "/" ? std::string() : name;
}

/// Behind the end of what must not be read at all: comments, scripts, styles.
std::size_t behindSilent(std::string_view text, std::size_t at, const std::string& name) {
    if (text.substr(at).starts_with("<!--")) {
        const std::size_t end = text.find("-->", at);
        return end == std::string_view::npos ? text.size() : end + 3;
    }
    for (const char* silent : {"script", "style", "iframe", "svg", "head"}) {
        if (name != silent) continue;
        for (std::size_t end = text.find("</", at); end != std::string_view::npos; end = text.find("</", end + 2))
            if (tagName(text, end) == "/" + name) return std::min(text.find('>', end), text.size() - 1) + 1;
        return text.size();
    }
    return at;
}

bool isBlock(std::string_view name) {
    if (name.starts_with('/')) name.remove_prefix(1);
    static constexpr std::array<std::string_view, 14> kBlocks = {"p",  "br", "div", "li", "ul", "ol",         "h1",
                                                                 "h2", "h3", "h4",  "h5", "tr", "blockquote", "hr"};
    return std::ranges::find(kBlocks, name) != kBlocks.end();
}

/// Markup removed; in `isFlowing` text a line break is a blank, as in HTML.
std::string withoutTags(std::string_view text, bool isFlowing) {
    text = text.substr(0, kMostRead);
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t end = i;
        if (c == '<') {
            const std::string name = tagName(text, i);
            if (const std::size_t behind = behindSilent(text, i, name); behind != i) {
                i = behind;
                continue;
            }
            const std::size_t close = text.find('>', i);
            const bool isTag = !name.empty() || (i + 1 < text.size() && text[i + 1] == '!');
            if (isTag && close == std::string_view::npos) break;
            if (isTag) {
                if (isBlock(name)) out += '\n';
                if (name == "li") out += "• ";
                i = close + 1;
                continue;
            }
        } else if (c == '&') {
            if (const auto meaning = entityAt(text, i, end)) {
                out += *meaning;
                i = end;
                continue;
            }
        }
        out += isFlowing && c == '\n' ? ' ' : c;
        ++i;
    }
    return out;
}

/// "[text](address)" becomes its text, "![…](…)" nothing; marks of emphasis and code go.
std::string withoutMarks(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool isPicture = c == '!' && i + 1 < line.size() && line[i + 1] == '[';
        const std::size_t open = isPicture ? i + 1 : i;
        if (c == '[' || isPicture) {
            const std::string_view window = line.substr(open, kLongestLink);
            const std::size_t close = window.find("](");
            const std::size_t end = close == std::string_view::npos ? close : window.find(')', close);
            if (end != std::string_view::npos) {
                // a link around a picture: what is inside is looked at in the next step
                if (!isPicture && close > 1 && window[1] == '!') continue;
                if (!isPicture) out += window.substr(1, close - 1);
                i = open + end;
                continue;
            }
        }
        if (c == ']' && line.substr(i).starts_with("](")) {
            const std::size_t end = line.substr(i, kLongestLink).find(')');
            if (end != std::string_view::npos) {
                i += end;
                continue;
            }
        }
        if (c == '*' || c == '`') continue;
        if (c == '_' && i + 1 < line.size() && line[i + 1] == '_') {
            ++i;
            continue;
        }
        out += c;
    }
    return out;
}

/// Bytes that are no UTF-8 become question marks.
std::string validUtf8(std::string text) {
    std::size_t from = 0;
    while (const auto bad = firstInvalidUtf8(std::string_view(text).substr(from))) {
        from += *bad;
        text[from++] = '?';
    }
    return text;
}

bool isControl(std::uint32_t code) {
    return (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0xFEFF;
}

/// Blanks and empty lines drawn together, what cannot be seen left out, cut at a character.
std::string tidied(std::string_view text) {
    std::string out;
    int breaks = 2;  // none at the start
    bool blank = false;
    for (std::size_t i = 0; i < text.size() && out.size() < kMostWritten;) {
        const auto lead = static_cast<unsigned char>(text[i]);
        std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        length = std::min(length, text.size() - i);
        std::uint32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) code = (code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
        const std::string_view character = text.substr(i, length);
        i += length;
        if (code == '\n') {
            if (breaks < 2) out += '\n';
            ++breaks;
            blank = false;
        } else if (code == ' ' || code == '\t' || code == '\r' || code == 0xA0) {
            blank = breaks == 0;
        } else if (!isControl(code)) {
            if (blank) out += ' ';
            blank = false;
            breaks = 0;
            out += character;
        }
    }
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    return out;
}

std::string_view withoutFrontMatter(std::string_view text) {
    if (!text.starts_with("---")) return text;
    const std::size_t end = text.find("\n---", 3);
    if (end == std::string_view::npos) return text;
    const std::size_t line = text.find('\n', end + 1);
    return line == std::string_view::npos ? std::string_view() : text.substr(line + 1);
}

}  // namespace

std::string plainTextOfHtml(std::string_view html) { return tidied(validUtf8(withoutTags(html, true))); }

std::string plainTextOfMarkdown(std::string_view markdown) {
    const std::string text = withoutTags(withoutFrontMatter(markdown), false);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        while (line.starts_with('#')) line.remove_prefix(1);
        if (line.starts_with("```") || line.starts_with("|--") || line.starts_with("---")) continue;
        const bool isItem = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
        out += (isItem ? "• " : "") + withoutMarks(isItem ? line.substr(2) : line) + "\n";
    }
    return tidied(validUtf8(out));
}

}  // namespace segmoe::hub
