// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_edit.h"

#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QToolTip>

#include "ui/render/prompt_highlighter.h"
#include "ui/render/recall_controller.h"

namespace segmoe::ui {

namespace {

constexpr double kStep = 0.1;
constexpr double kFineStep = 0.01;

/// Arrows with Ctrl or Alt: weights, elements, earlier prompts.
bool actsOn(const QKeyEvent& key) {
    const Qt::KeyboardModifiers keys = key.modifiers() & ~Qt::KeypadModifier;
    const bool isVertical = key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    const bool isHorizontal = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right;
    return (isVertical && (keys & Qt::ControlModifier)) || (keys == Qt::AltModifier && (isVertical || isHorizontal));
}

}  // namespace

PromptEdit::PromptEdit(const Theme& theme, int lines, QWidget* parent)
    : QPlainTextEdit(parent), m_lines(lines), m_shownLines(lines), m_highlighter(nullptr) {
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(6);
    setMinimumHeight(fontMetrics().lineSpacing() * 2 + 16);
    m_highlighter = new PromptHighlighter(theme, document());
    connect(this, &QPlainTextEdit::textChanged, this, &PromptEdit::grow);
}

QSize PromptEdit::sizeHint() const { return {200, fontMetrics().lineSpacing() * m_shownLines + 16}; }

void PromptEdit::grow() {
    const int wanted = std::clamp(static_cast<int>(document()->size().height()), m_lines, m_lines * 3);
    if (wanted == m_shownLines) return;
    m_shownLines = wanted;
    updateGeometry();
}

void PromptEdit::setPrompt(const QString& text) {
    if (text == toPlainText()) return;
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

bool PromptEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasUrls() || RecallController::canRead(*source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEdit::insertFromMimeData(const QMimeData* source) {
    if (RecallController::canRead(*source))
        Q_EMIT settingsPasted(source);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void PromptEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || RecallController::canRead(*event->mimeData()))
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}

bool PromptEdit::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QTextCursor at = cursorForPosition(viewport()->mapFromGlobal(help->globalPos()));
        const QString tip = m_highlighter->tipAt(at.position());
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? toolTip() : tip, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Every Enter with a modifier may be somebody's render key; without such a shortcut it comes back as a line.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
            event->ignore();
            return true;
        }
        if (actsOn(*key)) {  // before a shortcut of the window takes it
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void PromptEdit::keyPressEvent(QKeyEvent* event) {
    const bool up = event->key() == Qt::Key_Up;
    const bool down = event->key() == Qt::Key_Down;
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::KeypadModifier;
    if ((up || down) && (keys & Qt::ControlModifier)) {
        const double step = (keys & Qt::ShiftModifier) ? kFineStep : kStep;
        apply(changePromptWeight(selection(), up ? step : -step));
    } else if (keys == Qt::AltModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        apply(movePromptElement(selection(), event->key() == Qt::Key_Left ? -1 : 1));
    } else if (keys == Qt::AltModifier && (up || down)) {
        Q_EMIT historyWanted(up ? -1 : 1);
    } else {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
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
