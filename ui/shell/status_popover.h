// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace segmoe::ui {

/// A small panel that opens from a button of the status line and closes with Esc or a click elsewhere.
class StatusPopover : public QFrame {
    Q_OBJECT
public:
    StatusPopover(const QString& objectName, const QString& title, QWidget* parent);

    QVBoxLayout* content() const { return m_content; }
    /// Above the button, inside the window.
    void openAt(QWidget* button);

private:
    QVBoxLayout* m_content;
};

}  // namespace segmoe::ui
