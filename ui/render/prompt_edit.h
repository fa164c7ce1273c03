// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

#include "ui/render/prompt_weight_keys.h"

namespace segmoe::ui {

class Theme;

/// A prompt box: plain text, highlighted weights, Ctrl+Up/Down for weights, Alt+Left/Right moves an element, Tab
/// leaves.
class PromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    PromptEdit(const Theme& theme, int lines, QWidget* parent = nullptr);
    QString prompt() const { return toPlainText(); }
    /// Keeps the undo history, unlike setPlainText.
    void setPrompt(const QString& text);
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PromptSelection selection() const;
    void apply(const PromptSelection& changed);

    int m_lines;
};

}  // namespace segmoe::ui
