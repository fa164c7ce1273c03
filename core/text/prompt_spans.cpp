// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_spans.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace segmoe::text {

namespace {

bool isPythonWord(char32_t scalar) {
    const CharClass charClass = classOf(scalar);
    return scalar == U'_' || charClass == CharClass::Letter || charClass == CharClass::Number;
}

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && isPythonSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isPythonSpace(text.back())) text.remove_suffix(1);
    return text;
}

/// name[:strength[:…]] of a LoRA; nothing when the name is empty or the strength is no number.
std::optional<LoraChip> parseLora(std::u32string_view arguments) {
    const std::size_t colon = arguments.find(U':');
    LoraChip chip;
    chip.name = toUtf8(trimmed(arguments.substr(0, colon)));
    if (chip.name.empty()) return std::nullopt;
    if (colon == std::u32string_view::npos) return chip;
    arguments.remove_prefix(colon + 1);
    const auto strength = parseWeight(trimmed(arguments.substr(0, arguments.find(U':'))));
    if (!strength) return std::nullopt;
    chip.strength = *strength;
    return chip;
}

/// What an open square bracket has seen so far at its own level.
struct SquareFrame {
    std::size_t open = 0;
    std::size_t lastColon = 0;  ///< 0 = none: a colon never stands before its bracket
    bool hasBar = false;
    int roundDepth = 0;
};

std::optional<PromptNote::Kind> literalKind(const SquareFrame& frame, const AlignedText& text, std::size_t close) {
    if (frame.hasBar) return PromptNote::Kind::Alternate;
    if (frame.lastColon == 0) return std::nullopt;
    const auto number =
        trimmed(std::u32string_view(text.scalars).substr(frame.lastColon + 1, close - frame.lastColon - 1));
    return parseWeight(number) ? std::optional(PromptNote::Kind::Schedule) : std::nullopt;
}

}  // namespace

bool isPythonSpace(char32_t scalar) {
    return classOf(scalar) == CharClass::Space || (scalar >= 0x1C && scalar <= 0x1F);
}

bool isWholeWord(const AlignedText& text, std::size_t at, std::u32string_view word) {
    if (!std::u32string_view(text.scalars).substr(at).starts_with(word)) return false;
    const std::size_t after = at + word.size();
    return (at == 0 || !isPythonWord(text.scalars[at - 1])) &&
           (after == text.size() || !isPythonWord(text.scalars[after]));
}

std::optional<double> parseWeight(std::u32string_view digits) {
    std::string ascii;
    for (const char32_t scalar : digits) {
        const bool sign = ascii.empty() && (scalar == U'+' || scalar == U'-');
        if (!sign && scalar != U'.' && (scalar < U'0' || scalar > U'9')) return std::nullopt;
        ascii.push_back(static_cast<char>(scalar));
    }
    const char* first = ascii.data() + (ascii.starts_with('+') ? 1 : 0);
    const char* last = ascii.data() + ascii.size();
    double value = 0.0;
    const auto [end, error] = std::from_chars(first, last, value, std::chars_format::fixed);
    if (error != std::errc{} || end != last || !std::isfinite(value)) return std::nullopt;
    return value;
}

AlignedText extractLoras(const AlignedText& text, std::vector<LoraChip>& loras, std::vector<PromptNote>& notes) {
    AlignedText kept;
    const std::size_t lastClose = text.scalars.rfind(U'>');
    const std::size_t searchEnd = lastClose == std::u32string::npos ? 0 : lastClose;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t name = at + 1;
        if (text.scalars[at] == U'<')
            while (name < text.size() && isPythonWord(text.scalars[name])) ++name;
        const bool hasColon =
            text.scalars[at] == U'<' && name > at + 1 && name < searchEnd && text.scalars[name] == U':';
        const std::size_t close = hasColon ? text.scalars.find(U'>', name) : std::u32string::npos;
        if (!hasColon || close == name + 1) {
            kept.append(text, at, at + 1);
            ++at;
            continue;
        }
        const std::u32string_view all(text.scalars);
        const std::u32string_view kind = all.substr(at + 1, name - at - 1);
        auto chip =
            kind == U"lora" || kind == U"lyco" ? parseLora(all.substr(name + 1, close - name - 1)) : std::nullopt;
        if (chip) {
            chip->begin = text.begin[at];
            chip->end = text.end[close];
            loras.push_back(*chip);
        } else {
            notes.push_back({PromptNote::Kind::ExtraNetwork, text.begin[at], text.end[close]});
            kept.append(text, at, close + 1);
        }
        at = close + 1;
    }
    return kept;
}

std::vector<LiteralSpan> findLiteralSpans(const AlignedText& text, std::vector<PromptNote>& notes) {
    std::vector<LiteralSpan> spans;
    std::vector<PromptNote::Kind> kinds;
    std::vector<SquareFrame> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t scalar = text.scalars[at];
        if (scalar == U'\\') {
            ++at;
        } else if (scalar == U'[') {
            open.push_back({at});
        } else if (!open.empty() && (scalar == U'(' || scalar == U')')) {
            open.back().roundDepth = std::max(0, open.back().roundDepth + (scalar == U'(' ? 1 : -1));
        } else if (!open.empty() && open.back().roundDepth == 0 && scalar == U':') {
            open.back().lastColon = at;
        } else if (!open.empty() && open.back().roundDepth == 0 && scalar == U'|') {
            open.back().hasBar = true;
        } else if (!open.empty() && scalar == U']') {
            const SquareFrame frame = open.back();
            open.pop_back();
            const auto kind = literalKind(frame, text, at);
            if (!kind) continue;
            // Spans inside this one are part of it.
            while (!spans.empty() && spans.back().first > frame.open) {
                spans.pop_back();
                kinds.pop_back();
            }
            spans.push_back({frame.open, at + 1});
            kinds.push_back(*kind);
        }
    }
    for (std::size_t i = 0; i < spans.size(); ++i)
        notes.push_back({kinds[i], text.begin[spans[i].first], text.end[spans[i].last - 1]});
    return spans;
}

void noteAnd(const AlignedText& text, std::vector<PromptNote>& notes) {
    constexpr std::u32string_view kAnd = U"AND";
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text.scalars[at] == U'A' && isWholeWord(text, at, kAnd))
            notes.push_back({PromptNote::Kind::And, text.begin[at], text.end[at + kAnd.size() - 1]});
}

}  // namespace segmoe::text
