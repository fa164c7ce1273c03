// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

#include "ui/bridge/settings.h"

namespace segmoe::ui {

class ActionTable;
class EngineClient;
class RenderPage;
class StatusStrip;
class Theme;
struct EngineFacts;

/// The window: menus, the render page, the status line. Built without touching the engine; start() begins loading it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent = nullptr);

    RenderPage& renderPage() { return *m_page; }
    ActionTable& actionTable() { return *m_actions; }

Q_SIGNALS:
    void firstPainted();
    /// The window was closed and nothing works any more: the program may end.
    void closedForGood();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMenus();
    void connectActions();
    void restoreWindow();
    void setTheme(ThemeMode mode);
    void showAbout();

    Theme& m_theme;
    EngineClient& m_client;
    Settings& m_settings;
    ActionTable* m_actions;
    RenderPage* m_page;
    StatusStrip* m_status;
    QString m_build;
    bool m_closing = false;
};

}  // namespace segmoe::ui
