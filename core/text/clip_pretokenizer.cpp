// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/clip_pretokenizer.h"

#include <string_view>

namespace segmoe::text {

namespace {

constexpr std::u32string_view kSpelledSpecials[] = {U"<|startoftext|>", U"<|endoftext|>"};
constexpr std::u32string_view kContractions[] = {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"};

AlignedText collapseSpace(const AlignedText& text) {
    AlignedText out;
    out.scalars.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i;
        while (next < text.size() && classOf(text.scalars[next]) == CharClass::Space) ++next;
        if (next > i) {
            out.append(U' ', text.begin[i], text.end[next - 1]);
            i = next;
        } else {
            out.append(text, i, i + 1);
            ++i;
        }
    }
    return out;
}

std::size_t contractionLength(std::u32string_view rest) {
    if (rest.front() != U'\'') return 0;
    for (const auto contraction : kContractions)
        if (rest.starts_with(contraction)) return contraction.size();
    return 0;
}

std::size_t spelledSpecialLength(std::u32string_view rest) {
    if (rest.front() != U'<') return 0;
    for (const auto special : kSpelledSpecials)
        if (rest.starts_with(special)) return special.size();
    return 0;
}

}  // namespace

AlignedText normalizeForClip(const AlignedText& text) { return lowerCase(collapseSpace(composeNfc(text))); }

std::vector<Piece> splitForClip(const AlignedText& text, std::size_t first, std::size_t last) {
    const std::u32string_view all(text.scalars.data(), last);
    std::vector<Piece> pieces;
    for (std::size_t at = first; at < last;) {
        const CharClass charClass = classOf(all[at]);
        if (charClass == CharClass::Space) {
            ++at;
            continue;
        }
        if (const std::size_t length = spelledSpecialLength(all.substr(at))) {
            constexpr std::size_t kMark = 2;  // "<|" and "|>"
            pieces.push_back({at, at + kMark});
            pieces.push_back({at + kMark, at + length - kMark});
            pieces.push_back({at + length - kMark, at + length});
            at += length;
            continue;
        }
        std::size_t next = at + contractionLength(all.substr(at));
        if (next == at) {
            ++next;
            if (charClass != CharClass::Number)
                while (next < last && classOf(all[next]) == charClass) ++next;
        }
        pieces.push_back({at, next});
        at = next;
    }
    return pieces;
}

}  // namespace segmoe::text
