// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QPointer>

#include "ui/shell/page_id.h"

class QLabel;
class QPushButton;

namespace segmoe::ui {

class Navigator;

/// Help, Guided steps: bubbles that point at real controls, one after the other. Esc ends them; nothing is blocked
/// meanwhile.
class GuidedSteps : public QFrame {
    Q_OBJECT
public:
    GuidedSteps(Navigator& navigator, QWidget* window);

    void start();
    int step() const { return m_step; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showStep(int step);
    void next();
    void place();

    Navigator& m_navigator;
    QWidget* m_window;
    QPointer<QWidget> m_target;
    QLabel* m_count;
    QLabel* m_text;
    QPushButton* m_next;
    int m_step = -1;
};

}  // namespace segmoe::ui
