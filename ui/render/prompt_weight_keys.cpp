// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_weight_keys.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <QRegularExpression>
#include <QStringList>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPlainBracketWeight = 1.1;

struct Span {
    int start = 0;
    int end = 0;
};

/// A bracketed group with its inner text and present weight.
struct Group {
    Span whole;
    QString inner;
    double weight = 1.0;
};

bool isEscaped(const QString& text, int at) { return at > 0 && text[at - 1] == u'\\'; }

/// The innermost open/close pair around the span; nothing when it is not enclosed.
std::optional<Span> enclosing(const QString& text, Span span, QChar open, QChar close) {
    int depth = 0;
    int first = -1;
    for (int i = span.start - 1; i >= 0 && first < 0; --i) {
        if (isEscaped(text, i)) continue;
        if (text[i] == close) ++depth;
        if (text[i] == open && depth-- == 0) first = i;
    }
    if (first < 0) return std::nullopt;
    depth = 0;
    for (int i = span.end; i < text.size(); ++i) {
        if (isEscaped(text, i)) continue;
        if (text[i] == open) ++depth;
        if (text[i] == close && depth-- == 0) return Span{first, i + 1};
    }
    return std::nullopt;
}

Group readGroup(const QString& text, Span whole) {
    const QString content = text.mid(whole.start + 1, whole.end - whole.start - 2);
    if (text[whole.start] == u'[') return {whole, content, 1.0 / kPlainBracketWeight};
    static const QRegularExpression weighted(u"^(.*):\\s*([0-9]*\\.?[0-9]+)\\s*$"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    const auto match = weighted.match(content);
    if (match.hasMatch()) return {whole, match.captured(1), match.captured(2).toDouble()};
    return {whole, content, kPlainBracketWeight};
}

bool isWordEdge(QChar c) { return c.isSpace() || u".,\\/!?%^*;:{}=~()[]<>`"_s.contains(c); }

constexpr double kChipShare = 0.5;  // of the step of a word: 0.05

/// The caret stands in <lora:name:0.8>: its strength changes, the chip stays.
std::optional<PromptSelection> changeChip(const PromptSelection& prompt, Span span, double delta) {
    const std::optional<Span> chip = enclosing(prompt.text, span, u'<', u'>');
    if (!chip) return std::nullopt;
    static const QRegularExpression parts(u"^<([^<>:]+:[^<>:]+)(?::(-?[0-9]*\\.?[0-9]+))?>$"_s);
    const auto match = parts.match(prompt.text.mid(chip->start, chip->end - chip->start));
    if (!match.hasMatch()) return std::nullopt;
    const double old = match.captured(2).isEmpty() ? 1.0 : match.captured(2).toDouble();
    const double strength = std::clamp(std::round((old + delta * kChipShare) * 1000.0) / 1000.0, -3.0, 3.0);
    const QString replacement = u'<' + match.captured(1) + u':' + QString::number(strength) + u'>';
    PromptSelection result = prompt;
    result.text.replace(chip->start, chip->end - chip->start, replacement);
    result.start = result.end = chip->start + static_cast<int>(replacement.size()) - 1;
    return result;
}

Span wordAt(const QString& text, int caret) {
    int start = caret;
    int end = caret;
    while (start > 0 && !isWordEdge(text[start - 1])) --start;
    while (end < text.size() && !isWordEdge(text[end])) ++end;
    return {start, end};
}

PromptSelection replaceGroup(const QString& text, const Group& group, double weight) {
    weight = std::clamp(std::round(weight * 100.0) / 100.0, 0.0, 3.0);
    QString replacement = group.inner;
    int offset = 0;
    if (std::abs(weight - 1.0) > 1e-6) {
        const QString number =
            QString::number(weight, 'f', std::abs(weight * 10 - std::round(weight * 10)) < 1e-6 ? 1 : 2);
        replacement = u'(' + group.inner + u':' + number + u')';
        offset = 1;
    }
    PromptSelection result;
    result.text = text.left(group.whole.start) + replacement + text.mid(group.whole.end);
    result.start = group.whole.start + offset;
    result.end = result.start + static_cast<int>(group.inner.size());
    return result;
}

}  // namespace

PromptSelection changePromptWeight(const PromptSelection& prompt, double delta) {
    Span span{std::min(prompt.start, prompt.end), std::max(prompt.start, prompt.end)};
    const bool selected = span.end > span.start;
    while (selected && span.end > span.start && prompt.text[span.end - 1].isSpace()) --span.end;
    if (const auto chip = changeChip(prompt, span, delta)) return *chip;
    std::optional<Span> group = enclosing(prompt.text, span, u'(', u')');
    if (!group) group = enclosing(prompt.text, span, u'[', u']');
    if (group) {
        const Group read = readGroup(prompt.text, *group);
        const Span inner{group->start + 1, group->start + 1 + static_cast<int>(read.inner.size())};
        // A part of a weighted group that was selected on purpose gets a weight of its own.
        if (!selected || (span.start == inner.start && span.end == inner.end))
            return replaceGroup(prompt.text, read, read.weight + delta);
    }
    if (!selected) span = wordAt(prompt.text, span.start);
    if (span.end == span.start) return prompt;
    return replaceGroup(prompt.text, {span, prompt.text.mid(span.start, span.end - span.start), 1.0}, 1.0 + delta);
}

PromptSelection movePromptElement(const PromptSelection& prompt, int direction) {
    QStringList parts = prompt.text.split(u',');
    qsizetype index = 0;
    qsizetype position = 0;
    while (index + 1 < parts.size() && position + parts[index].size() < prompt.start)
        position += parts[index++].size() + 1;
    const qsizetype target = index + direction;
    if (target < 0 || target >= parts.size()) return prompt;
    const QString moved = parts[index].trimmed();
    for (QString& part : parts) part = part.trimmed();
    parts.swapItemsAt(index, target);
    PromptSelection result;
    result.text = parts.join(u", "_s);
    qsizetype start = 0;
    for (qsizetype i = 0; i < target; ++i) start += parts[i].size() + 2;
    result.start = static_cast<int>(start);
    result.end = static_cast<int>(start + moved.size());
    return result;
}

}  // namespace segmoe::ui
