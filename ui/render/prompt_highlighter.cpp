// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_highlighter.h"

#include <algorithm>

#include <QLocale>
#include <QTextDocument>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

PromptHighlighter::PromptHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document), m_theme(theme) {
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void PromptHighlighter::setLoraKnown(std::function<bool(const QString& name)> known) {
    m_loraKnown = std::move(known);
    refresh();
}

void PromptHighlighter::setEngineMarks(std::vector<PromptMark> marks) {
    if (marks == m_engineMarks) return;
    m_engineMarks = std::move(marks);
    refresh();
}

void PromptHighlighter::refresh() {
    m_markedText = QString();
    rehighlight();
}

void PromptHighlighter::highlightBlock(const QString& text) {
    // Brackets may reach over lines: the marks are those of the whole text.
    const QString whole = document()->toPlainText();
    if (whole != m_markedText || m_markedText.isNull()) {
        m_markedText = whole;
        m_marks = markPrompt(whole);
        for (PromptMark& mark : m_marks)
            if (mark.kind == PromptMark::Kind::LoraFound && m_loraKnown && !m_loraKnown(mark.name))
                mark.kind = PromptMark::Kind::LoraMissing;
        m_marks.insert(m_marks.end(), m_engineMarks.begin(), m_engineMarks.end());
    }
    const int blockStart = currentBlock().position();
    for (const PromptMark& mark : m_marks) paint(mark, blockStart, static_cast<int>(text.size()));
}

void PromptHighlighter::paint(const PromptMark& mark, int blockStart, int blockLength) {
    const int first = std::max(0, mark.span.start - blockStart);
    const int last = std::min(blockLength, mark.span.start + mark.span.length - blockStart);
    const QTextCharFormat added = formatOf(mark);
    for (int i = first; i < last; ++i) {
        QTextCharFormat merged = format(i);
        merged.merge(added);
        setFormat(i, 1, merged);
    }
}

QTextCharFormat PromptHighlighter::formatOf(const PromptMark& mark) const {
    const ThemeTokens& tokens = m_theme.tokens();
    QTextCharFormat format;
    const auto underline = [&format](QTextCharFormat::UnderlineStyle style, const QColor& color) {
        format.setUnderlineStyle(style);
        format.setUnderlineColor(color);
    };
    switch (mark.kind) {
        case PromptMark::Kind::Weighted:
            // Shape, not only colour: dotted below 1, bolder the further above.
            underline(mark.weight < 1.0 ? QTextCharFormat::DotLine : QTextCharFormat::SingleUnderline, tokens.accent);
            if (mark.weight >= 1.15) format.setFontWeight(mark.weight >= 1.4 ? QFont::Bold : QFont::DemiBold);
            break;
        case PromptMark::Kind::Weight:
            format.setForeground(tokens.accent);
            format.setFontWeight(QFont::Bold);
            break;
        case PromptMark::Kind::Bracket: format.setForeground(tokens.text2); break;
        case PromptMark::Kind::LonelyBracket:
            format.setForeground(tokens.error);
            underline(QTextCharFormat::WaveUnderline, tokens.error);
            break;
        case PromptMark::Kind::Break:
            format.setForeground(tokens.accent);
            format.setFontWeight(QFont::Bold);
            break;
        case PromptMark::Kind::PlainText: underline(QTextCharFormat::WaveUnderline, tokens.warn); break;
        case PromptMark::Kind::PartStart: format.setBackground(tokens.selection); break;
        case PromptMark::Kind::Embedding:
        case PromptMark::Kind::LoraFound:
            format.setForeground(tokens.ok);
            format.setBackground(tokens.okSoft);
            break;
        case PromptMark::Kind::EmbeddingMissing:
        case PromptMark::Kind::LoraMissing:
            format.setForeground(tokens.error);
            format.setBackground(tokens.errorSoft);
            underline(QTextCharFormat::DashUnderline, tokens.error);
            break;
        case PromptMark::Kind::Wildcard:
            format.setFontItalic(true);
            format.setForeground(tokens.accent);
            break;
    }
    return format;
}

QString PromptHighlighter::tipAt(int position) const {
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        if (position < mark->span.start || position >= mark->span.start + mark->span.length) continue;
        const QString number = QLocale().toString(mark->weight, 'g', 3);
        switch (mark->kind) {
            case PromptMark::Kind::LonelyBracket: return tr("This bracket has no partner.");
            case PromptMark::Kind::PlainText: return tr("Kept as plain text in this version.");
            case PromptMark::Kind::PartStart: return tr("A new part of 75 tokens starts here.");
            case PromptMark::Kind::LoraFound: return tr("LoRA %1, strength %2").arg(mark->name, number);
            case PromptMark::Kind::LoraMissing:
                return tr("No LoRA file called %1 was found in the model folders.").arg(mark->name);
            case PromptMark::Kind::Embedding: return tr("Embedding %1").arg(mark->name);
            case PromptMark::Kind::EmbeddingMissing:
                return tr("No embedding called %1 for this kind of model was found.").arg(mark->name);
            case PromptMark::Kind::Weighted: return tr("Weight %1").arg(number);
            case PromptMark::Kind::Wildcard: return tr("Chosen anew for each picture: %1").arg(mark->name);
            default: break;
        }
    }
    return {};
}

}  // namespace segmoe::ui
