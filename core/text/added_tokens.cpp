// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/added_tokens.h"

#include <algorithm>

namespace segmoe::text {

AddedTokenFinder::AddedTokenFinder(const std::vector<AddedToken>& tokens) {
    for (const AddedToken& token : tokens)
        if (!token.content.empty()) m_patterns.push_back({decodeUtf8(token.content).scalars, token});
    std::stable_sort(m_patterns.begin(), m_patterns.end(),
                     [](const Pattern& a, const Pattern& b) { return a.scalars.size() > b.scalars.size(); });
}

const AddedTokenFinder::Pattern* AddedTokenFinder::matchAt(const AlignedText& text, std::size_t at) const {
    const std::u32string_view rest = std::u32string_view(text.scalars).substr(at);
    for (const Pattern& pattern : m_patterns)
        if (pattern.scalars.front() == rest.front() && rest.starts_with(pattern.scalars)) return &pattern;
    return nullptr;
}

std::vector<AddedTokenFinder::Part> AddedTokenFinder::split(const AlignedText& text) const {
    const auto isSpaceAt = [&](std::size_t i) { return classOf(text.scalars[i]) == CharClass::Space; };
    std::vector<Part> parts;
    std::size_t plainFrom = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Pattern* pattern = matchAt(text, at);
        if (!pattern) {
            ++at;
            continue;
        }
        std::size_t first = at;
        std::size_t last = at + pattern->scalars.size();
        at = last;
        const bool touchesWord = (first > 0 && isWordScalar(text.scalars[first - 1])) ||
                                 (last < text.size() && isWordScalar(text.scalars[last]));
        if (pattern->token.singleWord && touchesWord) continue;
        if (pattern->token.stripLeft)
            while (first > plainFrom && isSpaceAt(first - 1)) --first;
        if (pattern->token.stripRight)
            while (last < text.size() && isSpaceAt(last)) ++last;
        if (plainFrom < first) parts.push_back({plainFrom, first, -1});
        parts.push_back({first, last, pattern->token.id});
        plainFrom = last;
        at = std::max(at, last);
    }
    if (plainFrom < text.size()) parts.push_back({plainFrom, text.size(), -1});
    return parts;
}

}  // namespace segmoe::text
