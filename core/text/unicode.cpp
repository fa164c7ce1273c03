// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <utf8proc.h>

#include "core/base/error.h"

namespace segmoe::text {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// The tokenizers library (0.23) classifies with Unicode 16; utf8proc 2.8 knows Unicode 15. These are the letters and
// numbers between the two (DerivedGeneralCategory-16.0.0), so that ids do not depend on the installed utf8proc.
constexpr Range kYoungLetters[] = {
    {0x1C89, 0x1C8A},   {0xA7CB, 0xA7CD},   {0xA7DA, 0xA7DC},   {0x105C0, 0x105F3}, {0x10D4A, 0x10D65},
    {0x10D6F, 0x10D85}, {0x10EC2, 0x10EC4}, {0x11380, 0x11389}, {0x1138B, 0x1138B}, {0x1138E, 0x1138E},
    {0x11390, 0x113B5}, {0x113B7, 0x113B7}, {0x113D1, 0x113D1}, {0x113D3, 0x113D3}, {0x11BC0, 0x11BE0},
    {0x13460, 0x143FA}, {0x16100, 0x1611D}, {0x16D40, 0x16D6C}, {0x18CFF, 0x18CFF}, {0x1E5D0, 0x1E5ED},
    {0x1E5F0, 0x1E5F0}, {0x2EBF0, 0x2EE5D},
};
constexpr Range kYoungNumbers[] = {
    {0x10D40, 0x10D49}, {0x116D0, 0x116E3}, {0x11BF0, 0x11BF9}, {0x16130, 0x16139},
    {0x16D70, 0x16D79}, {0x1CCF0, 0x1CCF9}, {0x1E5F1, 0x1E5FA},
};

// Lower case of Unicode 16 and 17 that utf8proc 2.8 lacks. stride 2: only every second scalar of the range is a
// capital.
struct LowerRange {
    char32_t first;
    char32_t last;
    char32_t lowerOfFirst;
    int stride;
};
constexpr LowerRange kYoungLower[] = {
    {0x1C89, 0x1C89, 0x1C8A, 1},    {0xA7CB, 0xA7CB, 0x0264, 1},    {0xA7CC, 0xA7CE, 0xA7CD, 2},
    {0xA7D2, 0xA7D4, 0xA7D3, 2},    {0xA7DA, 0xA7DA, 0xA7DB, 1},    {0xA7DC, 0xA7DC, 0x019B, 1},
    {0x10D50, 0x10D65, 0x10D70, 1}, {0x16EA0, 0x16EB8, 0x16EBB, 1},
};

// Combining marks (and one composite) of Unicode 10 to 15: utf8proc reorders and composes them, the tokenizers
// library's older normaliser leaves them where they are.
constexpr Range kUnknownToNormaliser[] = {
    {0x07FD, 0x07FD},   {0x0898, 0x089F},   {0x08CA, 0x08D3},   {0x09FE, 0x09FE},   {0x0C3C, 0x0C3C},
    {0x0D3B, 0x0D3C},   {0x0EBA, 0x0EBA},   {0x1715, 0x1715},   {0x1ABF, 0x1ACE},   {0x1DF6, 0x1DFA},
    {0xA82C, 0xA82C},   {0x10D24, 0x10D27}, {0x10EAB, 0x10EAC}, {0x10EFD, 0x10EFF}, {0x10F46, 0x10F50},
    {0x10F82, 0x10F85}, {0x11070, 0x11070}, {0x1133B, 0x1133B}, {0x1145E, 0x1145E}, {0x11839, 0x1183A},
    {0x11930, 0x11930}, {0x1193D, 0x1193E}, {0x11943, 0x11943}, {0x119E0, 0x119E0}, {0x11A34, 0x11A34},
    {0x11A47, 0x11A47}, {0x11A99, 0x11A99}, {0x11D42, 0x11D42}, {0x11D44, 0x11D45}, {0x11D97, 0x11D97},
    {0x11F41, 0x11F42}, {0x16FF0, 0x16FF1}, {0x1E08F, 0x1E08F}, {0x1E130, 0x1E136}, {0x1E2AE, 0x1E2AE},
    {0x1E2EC, 0x1E2EF}, {0x1E4EC, 0x1E4EF},
};

template <std::size_t N>
bool contains(const Range (&ranges)[N], char32_t scalar) {
    const auto after = std::upper_bound(std::begin(ranges), std::end(ranges), scalar,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != std::begin(ranges) && scalar <= std::prev(after)->last;
}

utf8proc_category_t categoryOf(char32_t scalar) { return utf8proc_category(static_cast<utf8proc_int32_t>(scalar)); }

bool isMark(utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

bool isSpace(char32_t scalar) {
    return (scalar >= 0x09 && scalar <= 0x0D) || scalar == 0x20 || scalar == 0x85 || scalar == 0xA0 ||
           scalar == 0x1680 || (scalar >= 0x2000 && scalar <= 0x200A) || scalar == 0x2028 || scalar == 0x2029 ||
           scalar == 0x202F || scalar == 0x205F || scalar == 0x3000;
}

/// Whether the scalar may change together with the ones before it, by reordering or composition.
bool joinsPrevious(char32_t scalar) {
    if (scalar < 0x300) return false;
    const bool hangulVowelOrTail = scalar >= 0x1160 && scalar <= 0x11FF;
    return hangulVowelOrTail || isMark(categoryOf(scalar)) ||
           utf8proc_get_property(static_cast<utf8proc_int32_t>(scalar))->combining_class != 0;
}

/// Composes one run and appends it: unchanged scalars keep their own ranges, changed ones share the run's range.
void composeRun(const AlignedText& text, std::size_t first, std::size_t last, AlignedText& out) {
    if (last - first == 1 && text.scalars[first] < 0x300) return out.append(text, first, last);
    // Decomposition grows a scalar to at most four.
    std::vector<utf8proc_int32_t> buffer;
    buffer.reserve((last - first) * 4 + 1);
    for (std::size_t i = first; i < last; ++i) {
        std::array<utf8proc_int32_t, 8> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(text.scalars[i]), parts.data(),
                                                   parts.size(), UTF8PROC_DECOMPOSE, &boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size()))
            throw Error(ErrorCode::InternalError, "A character of the text could not be decomposed.",
                        utf8proc_errmsg(count));
        buffer.insert(buffer.end(), parts.begin(), parts.begin() + count);
    }
    const auto classOfMark = [](utf8proc_int32_t scalar) { return utf8proc_get_property(scalar)->combining_class; };
    for (auto it = buffer.begin(); it != buffer.end();) {
        if (classOfMark(*it) == 0) {
            ++it;
            continue;
        }
        auto markEnd =
            std::find_if(it, buffer.end(), [&](utf8proc_int32_t scalar) { return classOfMark(scalar) == 0; });
        std::stable_sort(it, markEnd, [&](auto a, auto b) { return classOfMark(a) < classOfMark(b); });
        it = markEnd;
    }
    const auto length = static_cast<utf8proc_ssize_t>(buffer.size());
    const auto composed = utf8proc_normalize_utf32(buffer.data(), length,
                                                   static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    if (composed < 0)
        throw Error(ErrorCode::InternalError, "A character of the text could not be composed.",
                    utf8proc_errmsg(composed));
    const bool unchanged = static_cast<std::size_t>(composed) == last - first &&
                           std::equal(buffer.begin(), buffer.begin() + composed, text.scalars.begin() + first,
                                      [](utf8proc_int32_t a, char32_t b) { return static_cast<char32_t>(a) == b; });
    if (unchanged) return out.append(text, first, last);
    for (utf8proc_ssize_t i = 0; i < composed; ++i)
        out.append(static_cast<char32_t>(buffer[i]), text.begin[first], text.end[last - 1]);
}

char32_t simpleLower(char32_t scalar) {
    for (const LowerRange& range : kYoungLower)
        if (scalar >= range.first && scalar <= range.last && (scalar - range.first) % range.stride == 0)
            return range.lowerOfFirst + (scalar - range.first);
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(scalar)));
}

}  // namespace

void AlignedText::append(char32_t scalar, std::uint32_t from, std::uint32_t to) {
    scalars.push_back(scalar);
    begin.push_back(from);
    end.push_back(to);
}

void AlignedText::append(const AlignedText& other, std::size_t first, std::size_t last) {
    scalars.append(other.scalars, first, last - first);
    begin.insert(begin.end(), other.begin.begin() + first, other.begin.begin() + last);
    end.insert(end.end(), other.end.begin() + first, other.end.begin() + last);
}

AlignedText AlignedText::slice(std::size_t first, std::size_t last) const {
    AlignedText part;
    part.append(*this, first, last);
    return part;
}

AlignedText decodeUtf8(std::string_view bytes) {
    AlignedText text;
    text.scalars.reserve(bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        // Allowed range of the second byte and number of further bytes (Unicode 15, table 3-7).
        int more = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
        unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        char32_t scalar = more <= 0 ? lead : lead & (0x3F >> more);
        std::size_t next = at + 1;
        for (; more > 0 && next < bytes.size(); --more, ++next) {
            const auto byte = static_cast<unsigned char>(bytes[next]);
            if (byte < low || byte > high) break;
            scalar = (scalar << 6) | (byte & 0x3F);
            low = 0x80;
            high = 0xBF;
        }
        text.append(more == 0 ? scalar : 0xFFFD, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next));
        at = next;
    }
    return text;
}

void appendUtf8(std::string& out, char32_t scalar) {
    if (scalar < 0x80) {
        out.push_back(static_cast<char>(scalar));
    } else if (scalar < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (scalar >> 6)));
        out.push_back(static_cast<char>(0x80 | (scalar & 0x3F)));
    } else if (scalar < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (scalar >> 12)));
        out.push_back(static_cast<char>(0x80 | ((scalar >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (scalar & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | (scalar >> 18)));
        out.push_back(static_cast<char>(0x80 | ((scalar >> 12) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | ((scalar >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (scalar & 0x3F)));
    }
}

std::string toUtf8(std::u32string_view scalars) {
    std::string out;
    for (const char32_t scalar : scalars) appendUtf8(out, scalar);
    return out;
}

CharClass classOf(char32_t scalar) {
    if (isSpace(scalar)) return CharClass::Space;
    const utf8proc_category_t category = categoryOf(scalar);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return CharClass::Letter;
    if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) return CharClass::Number;
    if (contains(kYoungLetters, scalar)) return CharClass::Letter;
    if (contains(kYoungNumbers, scalar)) return CharClass::Number;
    return CharClass::Other;
}

bool isWordScalar(char32_t scalar) {
    if (classOf(scalar) == CharClass::Letter || scalar == 0x200C || scalar == 0x200D) return true;
    const utf8proc_category_t category = categoryOf(scalar);
    return isMark(category) || category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL ||
           category == UTF8PROC_CATEGORY_PC;
}

AlignedText composeNfc(const AlignedText& text) {
    AlignedText out;
    out.scalars.reserve(text.size());
    for (std::size_t first = 0; first < text.size();) {
        std::size_t last = first + 1;
        if (contains(kUnknownToNormaliser, text.scalars[first])) {
            out.append(text, first, last);
        } else {
            while (last < text.size() && joinsPrevious(text.scalars[last]) &&
                   !contains(kUnknownToNormaliser, text.scalars[last]))
                ++last;
            composeRun(text, first, last, out);
        }
        first = last;
    }
    return out;
}

AlignedText lowerCase(const AlignedText& text) {
    constexpr char32_t kCapitalIWithDot = 0x130;
    AlignedText out;
    out.scalars.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.scalars[i] == kCapitalIWithDot) {
            out.append(U'i', text.begin[i], text.end[i]);
            out.append(0x307, text.begin[i], text.end[i]);
        } else {
            out.append(simpleLower(text.scalars[i]), text.begin[i], text.end[i]);
        }
    }
    return out;
}

}  // namespace segmoe::text
