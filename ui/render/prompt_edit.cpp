// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_edit.h"

#include <QKeyEvent>

#include "ui/render/prompt_highlighter.h"

namespace segmoe::ui {

PromptEdit::PromptEdit(const Theme& theme, int lines, QWidget* parent) : QPlainTextEdit(parent), m_lines(lines) {
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(6);
    setMinimumHeight(fontMetrics().lineSpacing() * 2 + 16);
    new PromptHighlighter(theme, document());
}

QSize PromptEdit::sizeHint() const { return {200, fontMetrics().lineSpacing() * m_lines + 16}; }

void PromptEdit::setPrompt(const QString& text) {
    if (text == toPlainText()) return;
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void PromptEdit::keyPressEvent(QKeyEvent* event) {
    const bool up = event->key() == Qt::Key_Up;
    const bool down = event->key() == Qt::Key_Down;
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::KeypadModifier;
    if ((up || down) && (keys & Qt::ControlModifier)) {
        const double step = (keys & Qt::ShiftModifier) ? 0.01 : 0.1;
        apply(changePromptWeight(selection(), up ? step : -step));
        event->accept();
    } else if (keys == Qt::AltModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        apply(movePromptElement(selection(), event->key() == Qt::Key_Left ? -1 : 1));
        event->accept();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

PromptSelection PromptEdit::selection() const {
    const QTextCursor cursor = textCursor();
    return {toPlainText(), cursor.selectionStart(), cursor.selectionEnd()};
}

void PromptEdit::apply(const PromptSelection& changed) {
    if (changed == selection()) return;
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(changed.text);
    cursor.endEditBlock();
    cursor.setPosition(changed.start);
    cursor.setPosition(changed.end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

}  // namespace segmoe::ui
