// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_words.h"

#include <utility>

namespace segmoe {

namespace {

text::AddedTokenFinder finderOf(const std::vector<PromptWord>& words) {
    std::vector<text::AddedToken> tokens;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const text::AlignedText name = text::lowerCase(text::decodeUtf8(words[i].name));
        if (name.size() == 0) continue;
        text::AddedToken token;
        token.content = text::toUtf8(name.scalars);
        token.id = static_cast<int>(i);
        token.singleWord = text::isWordScalar(name.scalars.front()) || text::isWordScalar(name.scalars.back());
        tokens.push_back(std::move(token));
    }
    return text::AddedTokenFinder(tokens);
}

}  // namespace

PromptWords::PromptWords(std::vector<PromptWord> words) : m_words(std::move(words)), m_finder(finderOf(m_words)) {}

std::vector<PromptWords::Part> PromptWords::split(std::string_view utf8) const {
    if (m_words.empty() || utf8.empty()) return {{0, utf8.size(), nullptr}};
    const text::AlignedText aligned = text::lowerCase(text::decodeUtf8(utf8));
    std::vector<Part> parts;
    for (const auto& part : m_finder.split(aligned))
        parts.push_back({aligned.begin[part.first], aligned.end[part.last - 1],
                         part.id < 0 ? nullptr : &m_words[static_cast<std::size_t>(part.id)]});
    return parts;
}

}  // namespace segmoe
