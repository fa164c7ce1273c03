// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

namespace segmoe::ui {

class Theme;

/// Keys, texts, numbers and comments of a recipe, and the added and removed lines of a comparison.
class YamlHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    YamlHighlighter(Theme& theme, QTextDocument* document);
    /// Lines begin with "+ ", "− " or two spaces.
    void setComparing(bool comparing);

protected:
    void highlightBlock(const QString& text) override;

private:
    Theme& m_theme;
    bool m_isComparing = false;
};

}  // namespace segmoe::ui
