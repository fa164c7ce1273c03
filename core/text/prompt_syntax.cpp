// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text/prompt_spans.h"
#include "core/text/unicode.h"

namespace segmoe {

namespace {

constexpr double kRoundFactor = 1.1;
constexpr double kSquareFactor = 1 / 1.1;
/// Brackets deeper than this are text: every one multiplies all that stands inside it.
constexpr std::size_t kMaxDepth = 100;
constexpr std::u32string_view kBreak = U"BREAK";

/// A bracket that waits for its partner.
struct OpenBracket {
    std::size_t firstSegment = 0;
    std::size_t scalar = 0;
};

class AttentionParser {
public:
    AttentionParser(const text::AlignedText& prompt, std::vector<PromptNote>& notes)
        : m_text(prompt), m_notes(notes), m_literals(text::findLiteralSpans(prompt, notes)) {}

    std::vector<PromptSegment> parse() {
        while (m_at < m_text.size()) {
            if (m_nextLiteral < m_literals.size() && m_literals[m_nextLiteral].first == m_at) {
                addText(m_at, m_literals[m_nextLiteral].last);
                m_at = m_literals[m_nextLiteral++].last;
            } else {
                parseNext();
            }
        }
        for (const auto* stack : {&m_round, &m_square})
            for (const OpenBracket& bracket : *stack) {
                multiplyFrom(bracket.firstSegment, stack == &m_round ? kRoundFactor : kSquareFactor);
                noteUnmatched(bracket.scalar);
            }
        return merged();
    }

private:
    static bool isSyntax(char32_t scalar) {
        return scalar == U'\\' || scalar == U'(' || scalar == U')' || scalar == U'[' || scalar == U']' ||
               scalar == U':';
    }

    void parseNext() {
        switch (m_text.scalars[m_at]) {
            case U'\\': return parseEscape();
            case U'(': return openBracket(m_round);
            case U'[': return openBracket(m_square);
            case U')': return closeBracket(m_round, kRoundFactor);
            case U']': return closeBracket(m_square, kSquareFactor);
            case U':': return parseColon();
            default: return parseText();
        }
    }

    /// A backslash before a bracket or a backslash makes it text; any other backslash vanishes.
    void parseEscape() {
        const std::size_t next = m_at + 1;
        const bool escapes = next < m_text.size() && isSyntax(m_text.scalars[next]) && m_text.scalars[next] != U':';
        addText(next, next + (escapes ? 1 : 0));
        m_at = next + (escapes ? 1 : 0);
    }

    void openBracket(std::vector<OpenBracket>& stack) {
        if (stack.size() < kMaxDepth)
            stack.push_back({m_segments.size(), m_at});
        else
            addText(m_at, m_at + 1);
        ++m_at;
    }

    void closeBracket(std::vector<OpenBracket>& stack, double factor) {
        if (stack.empty()) {
            noteUnmatched(m_at);
            addText(m_at, m_at + 1);
        } else {
            multiplyFrom(stack.back().firstSegment, factor);
            stack.pop_back();
        }
        ++m_at;
    }

    /// ":1.3)" closes a round bracket with a weight of its own.
    void parseColon() {
        std::size_t first = m_at + 1;
        while (first < m_text.size() && text::isPythonSpace(m_text.scalars[first])) ++first;
        std::size_t last = first;
        while (last < m_text.size() && isNumberScalar(m_text.scalars[last])) ++last;
        std::size_t close = last;
        while (close < m_text.size() && text::isPythonSpace(m_text.scalars[close])) ++close;
        const bool closes = !m_round.empty() && close < m_text.size() && m_text.scalars[close] == U')';
        const auto weight =
            closes ? text::parseWeight(std::u32string_view(m_text.scalars).substr(first, last - first)) : std::nullopt;
        if (!weight) {
            addText(m_at, m_at + 1);
            ++m_at;
            return;
        }
        multiplyFrom(m_round.back().firstSegment, *weight);
        m_round.pop_back();
        m_at = close + 1;
    }

    static bool isNumberScalar(char32_t scalar) {
        return (scalar >= U'0' && scalar <= U'9') || scalar == U'.' || scalar == U'+' || scalar == U'-';
    }

    /// Everything up to the next mark of the syntax; BREAK and the white space around it become one break.
    void parseText() {
        const std::size_t limit = m_nextLiteral < m_literals.size() ? m_literals[m_nextLiteral].first : m_text.size();
        std::size_t last = m_at;
        while (last < limit && !isSyntax(m_text.scalars[last])) ++last;
        std::size_t from = m_at;
        for (std::size_t at = m_at; at + kBreak.size() <= last;) {
            if (m_text.scalars[at] != U'B' || !text::isWholeWord(m_text, at, kBreak)) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end > from && text::isPythonSpace(m_text.scalars[end - 1])) --end;
            addText(from, end);
            m_segments.emplace_back().isBreak = true;
            from = at + kBreak.size();
            while (from < last && text::isPythonSpace(m_text.scalars[from])) ++from;
            at = from;
        }
        addText(from, last);
        m_at = last;
    }

    void addText(std::size_t first, std::size_t last) {
        PromptSegment segment;
        for (std::size_t i = first; i < last; ++i) {
            text::appendUtf8(segment.text, m_text.scalars[i]);
            segment.origin.resize(segment.text.size(), m_text.begin[i]);
        }
        m_segments.push_back(std::move(segment));
    }

    void multiplyFrom(std::size_t first, double factor) {
        for (std::size_t i = first; i < m_segments.size(); ++i) m_segments[i].weight *= factor;
    }

    void noteUnmatched(std::size_t scalar) {
        m_notes.push_back({PromptNote::Kind::UnmatchedBracket, m_text.begin[scalar], m_text.end[scalar]});
    }

    std::vector<PromptSegment> merged() {
        std::vector<PromptSegment> all;
        for (PromptSegment& segment : m_segments) {
            const bool joins =
                !all.empty() && !all.back().isBreak && !segment.isBreak && all.back().weight == segment.weight;
            if (!joins) {
                all.push_back(std::move(segment));
                continue;
            }
            all.back().text += segment.text;
            all.back().origin.insert(all.back().origin.end(), segment.origin.begin(), segment.origin.end());
        }
        std::erase_if(all, [](const PromptSegment& segment) { return segment.text.empty() && !segment.isBreak; });
        for (PromptSegment& segment : all)
            if (segment.isBreak) segment.weight = 1.0;
        if (all.empty()) all.emplace_back();
        return all;
    }

    const text::AlignedText& m_text;
    std::vector<PromptNote>& m_notes;
    std::vector<text::LiteralSpan> m_literals;
    std::vector<PromptSegment> m_segments;
    std::vector<OpenBracket> m_round;
    std::vector<OpenBracket> m_square;
    std::size_t m_at = 0;
    std::size_t m_nextLiteral = 0;
};

}  // namespace

ParsedPrompt parsePrompt(std::string_view prompt) {
    ParsedPrompt parsed;
    const text::AlignedText kept = text::extractLoras(text::decodeUtf8(prompt), parsed.loras, parsed.notes);
    text::noteAnd(kept, parsed.notes);
    parsed.segments = AttentionParser(kept, parsed.notes).parse();
    std::stable_sort(parsed.notes.begin(), parsed.notes.end(),
                     [](const PromptNote& a, const PromptNote& b) { return a.begin < b.begin; });
    return parsed;
}

}  // namespace segmoe
