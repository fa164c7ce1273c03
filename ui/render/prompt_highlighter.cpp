// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_highlighter.h"

#include <vector>

#include <QRegularExpression>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

PromptHighlighter::PromptHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document), m_theme(theme) {
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void PromptHighlighter::highlightBlock(const QString& text) {
    markWeights(text);
    markBrackets(text);
    static const QRegularExpression breaks(u"\\bBREAK\\b"_s);
    for (auto it = breaks.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        QTextCharFormat format;
        format.setForeground(m_theme.tokens().accent);
        format.setFontWeight(QFont::Bold);
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format);
    }
}

void PromptHighlighter::markWeights(const QString& text) {
    static const QRegularExpression weighted(u"(?<!\\\\)\\(([^()]*):\\s*([0-9]*\\.?[0-9]+)\\s*\\)"_s);
    for (auto it = weighted.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const double weight = match.captured(2).toDouble();
        QTextCharFormat words;
        words.setUnderlineStyle(weight >= 1.0 ? QTextCharFormat::SingleUnderline : QTextCharFormat::DotLine);
        words.setUnderlineColor(m_theme.tokens().accent);
        setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), words);
        QTextCharFormat number;
        number.setForeground(m_theme.tokens().accent);
        number.setFontWeight(QFont::Bold);
        setFormat(static_cast<int>(match.capturedStart(2)), static_cast<int>(match.capturedLength(2)), number);
    }
}

void PromptHighlighter::markBrackets(const QString& text) {
    const QString openers = u"(["_s;
    const QString closers = u")]"_s;
    QTextCharFormat plain;
    plain.setForeground(m_theme.tokens().text2);
    QTextCharFormat lonely;
    lonely.setForeground(m_theme.tokens().error);
    lonely.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    lonely.setUnderlineColor(m_theme.tokens().error);
    std::vector<int> open;
    for (int i = 0; i < text.size(); ++i) {
        if (i > 0 && text[i - 1] == u'\\') continue;
        const QChar c = text[i];
        if (openers.contains(c)) {
            setFormat(i, 1, plain);
            open.push_back(i);
        } else if (closers.contains(c)) {
            const bool matches = !open.empty() && openers.indexOf(text[open.back()]) == closers.indexOf(c);
            setFormat(i, 1, matches ? plain : lonely);
            if (matches) open.pop_back();
        }
    }
    for (int position : open) setFormat(position, 1, lonely);
}

}  // namespace segmoe::ui
