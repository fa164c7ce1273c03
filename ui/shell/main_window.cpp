// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFile>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/bridge/download_client.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/library_client.h"
#include "ui/bridge/publish_client.h"
#include "ui/bridge/settings.h"
#include "ui/gallery/gallery_page.h"
#include "ui/library/folder_watch.h"
#include "ui/mix/mix_actions.h"
#include "ui/render/render_page.h"
#include "ui/routing/capture_saver.h"
#include "ui/shell/action_table.h"
#include "ui/shell/banner_bar.h"
#include "ui/shell/desktop_notice.h"
#include "ui/shell/download_notices.h"
#include "ui/shell/file_opener.h"
#include "ui/shell/hub_dialogs.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/page_summons.h"
#include "ui/shell/page_text.h"
#include "ui/shell/quit_dialog.h"
#include "ui/shell/release_notices.h"
#include "ui/shell/setting_effects.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/start_notices.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/toast_area.h"
#include "ui/shell/window_actions.h"
#include "ui/shell/window_docks.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Theme& theme, EngineClient& client, Settings& settings, LogStore* log)
    : m_queue(client),
      m_pictures(m_queue, client),
      m_collector(m_queue, m_captures),
      m_residency(m_queue, client, settings),
      m_queueStore(m_queue, QDir(settings.dataFolder()).filePath(u"queue.json"_s)),
      m_actions(new ActionTable(theme, existingPages(), this)),
      m_context{.theme = theme,
                .settings = settings,
                .engine = client,
                .queue = m_queue,
                .pictures = m_pictures,
                .navigator = m_navigator,
                .actions = *m_actions,
                .residency = &m_residency,
                .log = log,
                .captures = &m_captures,
                .control = &m_control},
      m_pages(new PageStack(m_context)),
      m_rail(new NavRail(theme, *m_actions, existingPages())),
      m_banner(new BannerBar(theme)),
      m_toasts(nullptr),
      m_status(new StatusStrip(m_context)),
      m_docks(new WindowDocks(*this, m_context)),
      m_opener(new FileOpener(m_context, *m_banner, this)),
      m_windowActions(nullptr) {
    installPaintedAccess();
    setObjectName(u"main_window"_s);
    setMinimumSize(1024, 680);
    setAcceptDrops(true);
    showTitle({}, false);
    buildCentre();
    m_actions->applyShortcuts(settings);
    m_actions->addToWindow(this);
    m_windowActions = new WindowActions(*this, *m_opener);
    fillMenuBar(*menuBar(), *m_actions, settings, *m_opener);
    new SettingEffects(m_context, this);
    new CaptureSaver(m_context, this);
    new DownloadNotices(m_context, this);
    new FolderWatch(m_context.engine.library(), this);
    new HubDialogs(m_context, this);
    new ReleaseNotices(m_context, *m_banner, this);
    auto* notices = new StartNotices(m_context, *m_banner, this);
    connectNavigator();
    connectEngine();
    connectQueue();
    const auto followMotion = [this, &theme] { setAnimated(theme.motionMs() > 0); };
    followMotion();
    connect(&theme, &Theme::changed, this, followMotion);
    restoreWindow();
    // The render page hears of the engine from its first word on, whichever page is shown.
    renderPage();
    openFirstPage();
    const int jobs = m_queueStore.restore();
    const bool hasMix = QFile::exists(mixRecoveryFile(settings));
    if (m_queueStore.wasCutShort() && (jobs > 0 || hasMix)) notices->showCrash(jobs, hasMix);
    m_pages->installEventFilter(this);
}

MainWindow::~MainWindow() {
    hide();  // while the members live: all parts still hear that they lose the focus
    // The pages go first: they refer to what this object holds.
    delete centralWidget();
}

void MainWindow::buildCentre() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    m_toasts = new ToastArea(m_context.theme, right);
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(right, 1);
    setCentralWidget(central);
    auto* bar = new QStatusBar;
    bar->setObjectName(u"window_status_bar"_s);
    bar->setSizeGripEnabled(false);
    bar->addWidget(m_status, 1);
    setStatusBar(bar);
}

RenderPage& MainWindow::renderPage() { return *static_cast<RenderPage*>(m_pages->page(PageId::Render)); }

void MainWindow::showPage(PageId page) { m_pages->showPage(page); }

void MainWindow::openFile(const QString& file) { m_opener->open(file); }

void MainWindow::connectNavigator() {
    connect(m_rail, &NavRail::pageWanted, this, &MainWindow::showPage);
    connect(m_pages, &PageStack::pageShown, this, [this](PageId page) {
        m_rail->setCurrent(page);
        m_actions->setCurrentPage(page);
    });
    connect(&m_navigator, &Navigator::pageWanted, this, &MainWindow::showPage);
    connect(&m_navigator, &Navigator::attention, this, [this](PageId page) { m_rail->setBadge(page, true); });
    connect(&m_navigator, &Navigator::message, m_status, &StatusStrip::showMessage);
    connect(&m_navigator, &Navigator::toast, m_toasts, &ToastArea::show);
    connect(&m_navigator, &Navigator::documentChanged, this, &MainWindow::showTitle);
    connect(&m_navigator, &Navigator::settingsWanted, this, [this](const QString& section) {
        showPage(PageId::Settings);
        auto* page = qobject_cast<SettingsPage*>(m_pages->page(PageId::Settings));
        if (page) page->showSection(sectionFromText(section));
    });
    connect(m_status, &StatusStrip::deviceSettingsWanted, this,
            [this] { Q_EMIT m_navigator.settingsWanted(u"device"_s); });
    new PageSummons(m_navigator, *m_pages, this);
    connect(&m_navigator, &Navigator::mixEdited, &m_captures, &CaptureStore::setMix);
    // The gallery keeps stars, whether or not it was looked at already.
    connect(&m_navigator, &Navigator::starWanted, this, [this](const QString& file, bool star) {
        static_cast<GalleryPage*>(m_pages->page(PageId::Gallery))->setStar(file, star);
    });
}

void MainWindow::connectEngine() {
    connect(&renderPage(), &RenderPage::deviceChanged, m_status, &StatusStrip::setDevice);
    connect(&m_context.engine, &EngineClient::stopped, this, &MainWindow::closedForGood);
}

void MainWindow::connectQueue() {
    connect(&m_queue, &JobQueue::finished, this, &MainWindow::announceDone);
    auto* notice = new DesktopNotice(this);
    connect(this, &MainWindow::jobEndedUnseen, notice, &DesktopNotice::show);
    const auto quitWhenDone = [this] {
        if (m_quitWhenDone && isIdle()) close();
    };
    connect(&m_queue, &JobQueue::rowsChanged, this, quitWhenDone, Qt::QueuedConnection);
    connect(&m_context.engine.downloads(), &DownloadClient::rowChanged, this, quitWhenDone, Qt::QueuedConnection);
    const PublishClient& publisher = m_context.engine.publisher();
    connect(&publisher, &PublishClient::published, this, quitWhenDone, Qt::QueuedConnection);
    // Somebody has to see what went wrong; whoever cancels has something else in mind.
    const auto stay = [this] { m_quitWhenDone = false; };
    connect(&publisher, &PublishClient::publishFailed, this, stay);
    connect(&publisher, &PublishClient::publishCancelled, this, stay);
}

void MainWindow::announceDone(QueueId id, const WorkReport& report) {
    // A dialog of ours with the focus is as good as the window itself.
    if (report.outcome == RenderOutcome::Cancelled || QApplication::activeWindow()) return;
    QApplication::alert(this);
    const QueueJob* job = m_queue.find(id);
    if (!job || !m_context.settings.get(keys::kNotifyDone)) return;
    // Of a grid only the end is news.
    if (job->parent != QueueId::None && m_queue.waitingCount() > 0) return;
    const bool isDone = report.outcome == RenderOutcome::Done;
    Q_EMIT jobEndedUnseen(isDone ? tr("Done: %1").arg(job->title) : tr("Failed: %1").arg(job->title),
                          isDone ? job->detail : errorText(report.failure.code).sentence);
}

void MainWindow::restoreWindow() {
    resize(1280, 800);
    if (const QByteArray geometry = m_context.settings.windowGeometry(); !geometry.isEmpty()) restoreGeometry(geometry);
    if (const QByteArray state = m_context.settings.windowState(); !state.isEmpty()) restoreState(state);
    // A screen that is gone must not keep the window out of sight.
    if (const QScreen* nearest = QGuiApplication::screenAt(frameGeometry().center()); !nearest && screen())
        move(screen()->availableGeometry().topLeft());
}

void MainWindow::openFirstPage() {
    PageId first = PageId::Render;
    const StartPage wanted = m_context.settings.get(keys::kStartPage);
    const QString name = wanted == StartPage::Last
                             ? m_context.settings.lastPage()
                             : QLatin1String(keys::kStartPage.values[static_cast<std::size_t>(wanted)]);
    for (PageId page : existingPages())
        if (pageKey(page) == name) first = page;
    showPage(first);
}

void MainWindow::showTitle(const QString& document, bool modified) {
    // [*] is Qt's place for the mark of unsaved changes.
    setWindowTitle(document.isEmpty() ? tr("SegMoE Studio") : tr("%1[*] - SegMoE Studio").arg(document));
    setWindowModified(modified && !document.isEmpty());
}

void MainWindow::setFocusMode(bool on) {
    if (on) m_dockState = saveState();
    m_rail->setVisible(!on);
    statusBar()->setVisible(!on);
    if (on)
        m_docks->hideAll();
    else
        restoreState(m_dockState);
}

bool MainWindow::isIdle() const {
    return m_queue.isIdle() && m_context.engine.downloads().activeCount() == 0 &&
           m_context.engine.publisher().uploading().isEmpty();
}

bool MainWindow::mayClose() {
    if (m_quitConfirmed || isIdle() || !m_context.settings.get(keys::kConfirmQuit)) return true;
    if (findChild<QuitDialog*>()) return false;
    auto* dialog = new QuitDialog({.isRendering = !m_queue.isIdle(),
                                   .waiting = m_queue.waitingCount(),
                                   .downloads = m_context.engine.downloads().activeCount(),
                                   .upload = m_context.engine.publisher().uploading()},
                                  this);
    connect(dialog, &QuitDialog::stopAndQuit, this, [this] {
        m_quitConfirmed = true;
        close();
    });
    connect(dialog, &QuitDialog::quitWhenDone, this, [this] {
        m_quitWhenDone = true;
        m_status->showMessage(tr("The program quits when all jobs are done."));
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_quitWhenDone = false; });
    dialog->open();
    return false;
}

void MainWindow::rememberWindow() {
    m_context.settings.setWindowGeometry(saveGeometry());
    m_context.settings.setWindowState(m_dockState.isEmpty() || m_rail->isVisible() ? saveState() : m_dockState);
    m_context.settings.setLastPage(pageKey(m_pages->current()));
    Q_EMIT m_navigator.windowClosing();
    m_queueStore.closeInOrder();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_closing) return event->accept();
    if (!mayClose()) return event->ignore();
    event->accept();
    m_closing = true;
    rememberWindow();
    m_queue.cancelCurrent();
    if (PublishClient& publisher = m_context.engine.publisher(); !publisher.uploading().isEmpty())
        publisher.cancelPublish();
    // The window is gone at once; the program ends when the engine has let go (stopped → closedForGood).
    hide();
    m_context.engine.shutDown();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_docks->adapt(width());
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_pages && event->type() == QEvent::Paint) {
        m_pages->removeEventFilter(this);
        // Queued: after this paint has reached the screen.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (FileOpener::accepts(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_opener->drop(*event->mimeData());
}

}  // namespace segmoe::ui
