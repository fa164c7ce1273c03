// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace segmoe::ui {

class Theme;
class YamlHighlighter;

/// A read-only recipe text with line numbers. Lines that stay the same keep their place in the window.
class YamlEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit YamlEdit(Theme& theme, QWidget* parent = nullptr);

    void showYaml(const QString& yaml, bool comparing);
    /// Marks the lines of a card; -1 = none.
    void markLines(int first, int last);
    int gutterWidth() const;

Q_SIGNALS:
    /// From 0; the line under the caret after a click or a key.
    void lineChosen(int line);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    friend class LineNumbers;
    void paintNumbers(QPaintEvent* event);
    void layoutGutter();

    Theme& m_theme;
    YamlHighlighter* m_highlighter;
    QWidget* m_gutter;
};

}  // namespace segmoe::ui
