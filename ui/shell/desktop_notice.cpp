// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/desktop_notice.h"

#include <QGuiApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace segmoe::ui {

namespace {

constexpr int kShownMs = 8000;

}  // namespace

DesktopNotice::DesktopNotice(QWidget* window) : QObject(window), m_window(window) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShownMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_icon->hide(); });
}

void DesktopNotice::show(const QString& title, const QString& sentence) {
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) return;
    if (!m_icon) {
        m_icon = new QSystemTrayIcon(QGuiApplication::windowIcon(), this);
        connect(m_icon, &QSystemTrayIcon::messageClicked, m_window, [this] {
            m_window->raise();
            m_window->activateWindow();
        });
    }
    m_icon->show();
    m_icon->showMessage(title, sentence, QGuiApplication::windowIcon(), kShownMs);
    m_timer.start();
}

}  // namespace segmoe::ui
