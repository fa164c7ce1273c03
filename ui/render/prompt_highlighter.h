// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

namespace segmoe::ui {

class Theme;

/// Shows weights, brackets, BREAK and brackets without a partner by shape and colour.
class PromptHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    PromptHighlighter(const Theme& theme, QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;

private:
    void markBrackets(const QString& text);
    void markWeights(const QString& text);

    const Theme& m_theme;
};

}  // namespace segmoe::ui
