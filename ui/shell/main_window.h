// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

class NavRail;
class PageStack;
class RenderPage;
class StatusStrip;

/// The window: menus, navigation rail, pages, status line. Built without touching the engine, whose start is the
/// program's business after firstPainted().
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent = nullptr);

    RenderPage& renderPage();
    ActionTable& actionTable() { return *m_actions; }
    JobQueue& queue() { return m_queue; }
    Navigator& navigator() { return m_navigator; }
    PageStack& pages() { return *m_pages; }
    NavRail& rail() { return *m_rail; }
    void showPage(PageId page);

Q_SIGNALS:
    void firstPainted();
    /// The window was closed and nothing works any more: the program may end.
    void closedForGood();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCentre();
    void connectActions();
    void connectNavigator();
    void connectEngine();
    void restoreWindow();
    void showTitle(const QString& document, bool modified);
    void showAbout();

    JobQueue m_queue;
    PictureSaver m_pictures;
    Navigator m_navigator;
    ActionTable* m_actions;
    StudioContext m_context;
    PageStack* m_pages;
    NavRail* m_rail;
    StatusStrip* m_status;
    QString m_build;
    bool m_closing = false;
};

}  // namespace segmoe::ui
