// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace segmoe::ui {

class Theme;

/// Laid over a drop target while something is dragged over it: a 2 px frame and the verb ("Add as expert C"), or why it
/// is refused. Never takes events.
class DropHint : public QWidget {
    Q_OBJECT
public:
    /// Covers `target` and follows its size.
    DropHint(const Theme& theme, QWidget* target);

    void showAccept(const QString& verb);
    void showRefusal(const QString& sentence);
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showText(const QString& text, bool accepted);

    const Theme& m_theme;
    QString m_text;
    bool m_accepted = true;
};

}  // namespace segmoe::ui
