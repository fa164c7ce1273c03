// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

#include "ui/queue/job_queue.h"
#include "ui/queue/picture_saver.h"
#include "ui/queue/queue_store.h"
#include "ui/queue/residency.h"
#include "ui/routing/capture_collector.h"
#include "ui/routing/capture_store.h"
#include "ui/routing/expert_control.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

class BannerBar;
class FileOpener;
class NavRail;
class PageStack;
class RenderPage;
class StatusStrip;
class ToastArea;
class WindowActions;
class WindowDocks;

/// The window: menus, navigation rail, pages, docks, status line. Built without touching the engine, whose start is
/// the program's business after firstPainted().
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// log may be null: then there is no log to show.
    MainWindow(Theme& theme, EngineClient& client, Settings& settings, LogStore* log = nullptr);
    ~MainWindow() override;

    RenderPage& renderPage();
    ActionTable& actionTable() { return *m_actions; }
    JobQueue& queue() { return m_queue; }
    Navigator& navigator() { return m_navigator; }
    StudioContext& context() { return m_context; }
    PageStack& pages() { return *m_pages; }
    NavRail& rail() { return *m_rail; }
    BannerBar& banner() { return *m_banner; }
    ToastArea& toasts() { return *m_toasts; }
    WindowDocks& docks() { return *m_docks; }
    StatusStrip& status() { return *m_status; }
    void showPage(PageId page);
    /// A model, recipe, picture or capture; also before the engine is there.
    void openFile(const QString& file);
    /// Nothing but page and menu.
    void setFocusMode(bool on);

Q_SIGNALS:
    void firstPainted();
    /// The window was closed and nothing works any more: the program may end.
    void closedForGood();
    /// A job has ended while nobody looked, and the settings want that told.
    void jobEndedUnseen(const QString& title, const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void connectNavigator();
    void connectEngine();
    void connectQueue();
    void restoreWindow();
    void openFirstPage();
    void showTitle(const QString& document, bool modified);
    bool isIdle() const;
    bool mayClose();
    void rememberWindow();
    void announceDone(QueueId id, const WorkReport& report);

    JobQueue m_queue;
    PictureSaver m_pictures;
    CaptureStore m_captures;
    ExpertControl m_control;
    CaptureCollector m_collector;
    Residency m_residency;
    QueueStore m_queueStore;
    Navigator m_navigator;
    ActionTable* m_actions;
    StudioContext m_context;
    PageStack* m_pages;
    NavRail* m_rail;
    BannerBar* m_banner;
    ToastArea* m_toasts;
    StatusStrip* m_status;
    WindowDocks* m_docks;
    FileOpener* m_opener;
    WindowActions* m_windowActions;
    QByteArray m_dockState;  ///< before focus mode
    bool m_closing = false;
    bool m_quitConfirmed = false;
    bool m_quitWhenDone = false;
};

}  // namespace segmoe::ui
