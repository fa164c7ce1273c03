// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QSystemTrayIcon;
class QWidget;

namespace segmoe::ui {

/// A message of the desktop, with the program's icon beside it as long as it is shown. Nothing where the desktop has
/// no such messages.
class DesktopNotice : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotice(QWidget* window);

    void show(const QString& title, const QString& sentence);

private:
    QWidget* m_window;
    QSystemTrayIcon* m_icon = nullptr;  ///< made for the first message
    QTimer m_timer;
};

}  // namespace segmoe::ui
