// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/yaml_highlighter.h"

#include <QRegularExpression>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

YamlHighlighter::YamlHighlighter(Theme& theme, QTextDocument* document) : QSyntaxHighlighter(document), m_theme(theme) {
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void YamlHighlighter::setComparing(bool comparing) { m_isComparing = comparing; }

void YamlHighlighter::highlightBlock(const QString& text) {
    const ThemeTokens& tokens = m_theme.tokens();
    if (m_isComparing && (text.startsWith(u'+') || text.startsWith(u'−'))) {
        QTextCharFormat line;
        const bool isAdded = text.startsWith(u'+');
        line.setBackground(isAdded ? tokens.okSoft : tokens.errorSoft);
        line.setForeground(isAdded ? tokens.ok : tokens.error);
        setFormat(0, static_cast<int>(text.size()), line);
        return;
    }
    static const QRegularExpression key(u"^[\\s-]*([\\w]+)(?=:)"_s), number(u"(?<=: )-?[\\d.]+(e[+-]?\\d+)?$"_s),
        quoted(u"\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'"_s), comment(u"(^|\\s)#.*$"_s);
    const auto paint = [&](const QRegularExpression& pattern, const QColor& color, int group, bool bold) {
        QTextCharFormat format;
        format.setForeground(color);
        if (bold) format.setFontWeight(QFont::DemiBold);
        for (auto match = pattern.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            setFormat(static_cast<int>(found.capturedStart(group)), static_cast<int>(found.capturedLength(group)),
                      format);
        }
    };
    paint(key, tokens.accent, 1, true);
    paint(number, tokens.warn, 0, false);
    paint(quoted, tokens.ok, 0, false);
    paint(comment, tokens.text2, 0, false);
}

}  // namespace segmoe::ui
