// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_marks.h"

#include <algorithm>
#include <optional>

#include <QRegularExpression>

#include "ui/render/lora_chips.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBracket = 1.1;

struct Open {
    int at;
    QChar bracket;
};

/// ":1.3" before a closing bracket: where it starts and what it says.
struct TypedWeight {
    TextSpan number;
    double value = 1.0;
};

std::optional<TypedWeight> typedWeight(const QString& text, int open, int close) {
    static const QRegularExpression weight(u":\\s*([+-]?[0-9]*\\.?[0-9]+)\\s*$"_s);
    const auto match = weight.match(text.mid(open + 1, close - open - 1));
    if (!match.hasMatch()) return std::nullopt;
    return TypedWeight{{open + 1 + static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1))},
                       match.captured(1).toDouble()};
}

class BracketScan {
public:
    std::vector<PromptMark> run(const QString& text) {
        for (int i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c == u'\\')
                ++i;
            else if (c == u'(' || c == u'[')
                m_open.push_back({i, c});
            else if (c == u')' || c == u']')
                close(text, i, c == u')' ? u'(' : u'[');
        }
        for (const Open& open : m_open) add(PromptMark::Kind::LonelyBracket, {open.at, 1});
        return std::move(m_marks);
    }

private:
    void add(PromptMark::Kind kind, TextSpan span, double weight = 1.0) { m_marks.push_back({kind, span, weight, {}}); }

    void close(const QString& text, int at, QChar opener) {
        if (m_open.empty() || m_open.back().bracket != opener) return add(PromptMark::Kind::LonelyBracket, {at, 1});
        const int open = m_open.back().at;
        m_open.pop_back();
        add(PromptMark::Kind::Bracket, {open, 1});
        add(PromptMark::Kind::Bracket, {at, 1});
        double weight = opener == u'(' ? kBracket : 1.0 / kBracket;
        int end = at;
        if (const auto typed = opener == u'(' ? typedWeight(text, open, at) : std::nullopt) {
            weight = typed->value;
            add(PromptMark::Kind::Weight, typed->number);
            end = typed->number.start - 1;
        }
        add(PromptMark::Kind::Weighted, {open + 1, std::max(0, end - open - 1)}, weight);
    }

    std::vector<Open> m_open;
    std::vector<PromptMark> m_marks;
};

/// Nested weights multiply: the inner span gets the product of all around it.
void multiplyWeights(std::vector<PromptMark>& marks) {
    std::vector<PromptMark*> weighted;
    for (PromptMark& mark : marks)
        if (mark.kind == PromptMark::Kind::Weighted) weighted.push_back(&mark);
    std::ranges::sort(weighted, [](auto* a, auto* b) { return a->span.length > b->span.length; });
    for (std::size_t i = 0; i < weighted.size(); ++i)
        for (std::size_t j = i; j-- > 0;) {
            const TextSpan& outer = weighted[j]->span;
            const TextSpan& inner = weighted[i]->span;
            if (outer.start <= inner.start && inner.start + inner.length <= outer.start + outer.length) {
                weighted[i]->weight *= weighted[j]->weight;
                break;
            }
        }
}

}  // namespace

std::vector<PromptMark> markPrompt(const QString& text) {
    std::vector<PromptMark> marks = BracketScan().run(text);
    multiplyWeights(marks);
    std::ranges::stable_sort(marks, [](const PromptMark& a, const PromptMark& b) {
        const bool wideA = a.kind == PromptMark::Kind::Weighted;
        const bool wideB = b.kind == PromptMark::Kind::Weighted;
        return wideA != wideB ? wideA : a.span.length > b.span.length;
    });
    static const QRegularExpression breaks(u"\\bBREAK\\b"_s);
    for (auto it = breaks.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        marks.push_back({PromptMark::Kind::Break, {static_cast<int>(match.capturedStart()), 5}, 1.0, {}});
    }
    static const QRegularExpression wildcards(u"__([A-Za-z0-9][A-Za-z0-9 ./+_-]*?)__|\\{[^{}]*\\|[^{}]*\\}"_s);
    for (auto it = wildcards.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        marks.push_back({PromptMark::Kind::Wildcard,
                         {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())},
                         1.0,
                         match.captured(0)});
    }
    for (const LoraChip& chip : loraChips(text))
        marks.push_back({PromptMark::Kind::LoraFound, {chip.start, chip.length}, chip.strength, chip.name});
    return marks;
}

}  // namespace segmoe::ui
