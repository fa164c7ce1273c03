// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QSyntaxHighlighter>

#include "ui/render/prompt_marks.h"

namespace segmoe::ui {

class Theme;

/// Draws the marks of a prompt by shape and colour (ui.md §7.1): weights bold with an underline that is thicker the
/// more they weigh and dotted below 1, brackets dim, lonely brackets red, LoRA chips green or red, wildcards italic.
class PromptHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    PromptHighlighter(const Theme& theme, QTextDocument* document);

    /// Whether a LoRA chip's file is known; chips count as known without it.
    void setLoraKnown(std::function<bool(const QString& name)> known);
    /// What only the engine knows of the text: starts of the second and later parts, plain text, embeddings.
    void setEngineMarks(std::vector<PromptMark> marks);
    /// Looks again which LoRAs are known.
    void refresh();
    /// What the mark at a character has to say, or nothing.
    QString tipAt(int position) const;

protected:
    void highlightBlock(const QString& text) override;

private:
    void paint(const PromptMark& mark, int blockStart, int blockLength);
    QTextCharFormat formatOf(const PromptMark& mark) const;

    const Theme& m_theme;
    std::function<bool(const QString&)> m_loraKnown;
    std::vector<PromptMark> m_engineMarks;
    QString m_markedText;  ///< of m_marks
    std::vector<PromptMark> m_marks;
};

}  // namespace segmoe::ui
