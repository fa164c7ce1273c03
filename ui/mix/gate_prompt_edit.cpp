// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/gate_prompt_edit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

namespace segmoe::ui {

namespace {

constexpr int kMostLines = 4;
constexpr int kMostCharacters = 1000;
constexpr int kPadding = 12;  ///< above and below the text, with the frame

}  // namespace

GatePromptEdit::GatePromptEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setLayoutDirection(Qt::LeftToRight);  // as the prompt of a render
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setAcceptDrops(false);  // the card decides what may be dropped where
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (toPlainText().size() > kMostCharacters) {
            const QSignalBlocker quiet(this);
            setPlainText(toPlainText().left(kMostCharacters));
            moveCursor(QTextCursor::End);
        }
        adjustHeight();
        Q_EMIT edited(toPlainText());
    });
    adjustHeight();
}

void GatePromptEdit::showText(const QString& text) {
    if (toPlainText() == text) return;
    const QSignalBlocker quiet(this);
    const int caret = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(caret, static_cast<int>(text.size())));
    setTextCursor(cursor);
    adjustHeight();
}

int GatePromptEdit::lineCount() const {
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    return std::max(lines, 1);
}

QSize GatePromptEdit::sizeHint() const {
    return {200, std::min(lineCount(), kMostLines) * fontMetrics().lineSpacing() + kPadding};
}

QSize GatePromptEdit::minimumSizeHint() const { return {80, fontMetrics().lineSpacing() + kPadding}; }

void GatePromptEdit::adjustHeight() {
    // A box that holds all lines needs no bar, however its frame rounds.
    setVerticalScrollBarPolicy(lineCount() > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
}

void GatePromptEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    adjustHeight();
}

void GatePromptEdit::insertFromMimeData(const QMimeData* source) {
    insertPlainText(source->text().simplified());  // a prompt is one line
}

bool GatePromptEdit::event(QEvent* event) {
    // Undo, redo and the page's own keys go to the page, not to this box.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
        if (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void GatePromptEdit::keyPressEvent(QKeyEvent* event) {
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    if (isControl && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT weightStep(event->key() == Qt::Key_Up ? 1 : -1);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !isControl) {
        Q_EMIT nextWanted();
        return;
    }
    if (event->key() == Qt::Key_Backspace && toPlainText().isEmpty()) {
        Q_EMIT removeWanted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void GatePromptEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT editEnded();
}

}  // namespace segmoe::ui
