// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace segmoe::ui {

/// The text of one gate prompt: one line that grows to four. Undo is the document's.
class GatePromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GatePromptEdit(QWidget* parent = nullptr);

    /// Keeps the caret when the text is the same.
    void showText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const QString& text);
    /// Enter: another prompt after this one.
    void nextWanted();
    /// Backspace in an empty prompt.
    void removeWanted();
    /// Ctrl+Up, Ctrl+Down: +1 or −1.
    void weightStep(int direction);
    void editEnded();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void adjustHeight();
    int lineCount() const;
};

}  // namespace segmoe::ui
