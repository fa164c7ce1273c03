// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMimeData>
#include <QPlainTextEdit>

#include "ui/render/prompt_weight_keys.h"

namespace segmoe::ui {

class PromptHighlighter;
class Theme;

/// A prompt box: plain text, highlighted syntax, Ctrl+Up/Down for weights (Shift finer), Alt+Left/Right moves an
/// element, Alt+Up/Down asks for earlier prompts, Tab leaves. Grows with its text up to three times its height.
class PromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    PromptEdit(const Theme& theme, int lines, QWidget* parent = nullptr);
    QString prompt() const { return toPlainText(); }
    /// Keeps the undo history, unlike setPlainText.
    void setPrompt(const QString& text);
    PromptHighlighter& highlighter() { return *m_highlighter; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// -1 older, +1 newer.
    void historyWanted(int direction);
    /// A picture, or a text with the settings of one, was pasted: not for this box.
    void settingsPasted(const QMimeData* data);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Pictures and model files go to the page, not into the text.
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void dragEnterEvent(QDragEnterEvent* event) override;

private:
    PromptSelection selection() const;
    void apply(const PromptSelection& changed);
    void grow();

    int m_lines;
    int m_shownLines;
    PromptHighlighter* m_highlighter;
};

}  // namespace segmoe::ui
