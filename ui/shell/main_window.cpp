// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMessageBox>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/settings.h"
#include "ui/render/render_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/menu_bar.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent)
    : QMainWindow(parent),
      m_queue(client),
      m_pictures(m_queue, client),
      m_actions(new ActionTable(theme, existingPages(), this)),
      m_context{.theme = theme,
                .settings = settings,
                .engine = client,
                .queue = m_queue,
                .pictures = m_pictures,
                .navigator = m_navigator,
                .actions = *m_actions},
      m_pages(new PageStack(m_context)),
      m_rail(new NavRail(theme, *m_actions, existingPages())),
      m_status(new StatusStrip) {
    setObjectName(u"main_window"_s);
    setMinimumSize(1024, 680);
    showTitle({}, false);
    buildCentre();
    fillMenuBar(*menuBar(), *m_actions);
    m_actions->addToWindow(this);
    connectActions();
    connectNavigator();
    connectEngine();
    restoreWindow();
    showPage(PageId::Render);
    m_pages->installEventFilter(this);
}

void MainWindow::buildCentre() {
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    setCentralWidget(central);
    auto* bar = new QStatusBar;
    bar->setObjectName(u"window_status_bar"_s);
    bar->setSizeGripEnabled(false);
    bar->addWidget(m_status, 1);
    setStatusBar(bar);
}

RenderPage& MainWindow::renderPage() { return *static_cast<RenderPage*>(m_pages->page(PageId::Render)); }

void MainWindow::showPage(PageId page) { m_pages->showPage(page); }

void MainWindow::connectActions() {
    for (PageId page : existingPages())
        connect(m_actions->action(pageAction(page)), &QAction::triggered, this, [this, page] { showPage(page); });
    connect(m_actions->action(ActionId::FileQuit), &QAction::triggered, this, &QWidget::close);
    connect(m_actions->action(ActionId::HelpAbout), &QAction::triggered, this, &MainWindow::showAbout);
    constexpr ActionId kThemes[] = {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark};
    for (ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        QAction* action = m_actions->action(kThemes[static_cast<int>(mode)]);
        action->setChecked(m_context.theme.mode() == mode);
        connect(action, &QAction::triggered, this, [this, mode] {
            m_context.theme.setMode(mode);
            m_context.settings.setTheme(mode);
        });
    }
}

void MainWindow::connectNavigator() {
    const auto follow = [this](PageId page) { return [this, page] { showPage(page); }; };
    connect(m_rail, &NavRail::pageWanted, this, &MainWindow::showPage);
    connect(m_pages, &PageStack::pageShown, this, [this](PageId page) {
        m_rail->setCurrent(page);
        m_actions->setCurrentPage(page);
    });
    connect(&m_navigator, &Navigator::pageWanted, this, &MainWindow::showPage);
    connect(&m_navigator, &Navigator::attention, this, [this](PageId page) { m_rail->setBadge(page, true); });
    connect(&m_navigator, &Navigator::message, m_status, &StatusStrip::showMessage);
    connect(&m_navigator, &Navigator::documentChanged, this, &MainWindow::showTitle);
    // The page is built here, before those that it connects itself: it does not miss what brought it to life.
    connect(&m_navigator, &Navigator::recipeWanted, this, follow(PageId::Mix));
    connect(&m_navigator, &Navigator::baseWanted, this, follow(PageId::Mix));
    connect(&m_navigator, &Navigator::expertWanted, this, follow(PageId::Mix));
    connect(&m_navigator, &Navigator::modelWanted, this, follow(PageId::Render));
    connect(&m_navigator, &Navigator::recallWanted, this, follow(PageId::Render));
    connect(&m_navigator, &Navigator::captureWanted, this, follow(PageId::Routing));
    connect(&m_navigator, &Navigator::pictureWanted, this, follow(PageId::Gallery));
}

void MainWindow::connectEngine() {
    connect(&renderPage(), &RenderPage::deviceChanged, m_status, &StatusStrip::setDevice);
    connect(&m_context.engine, &EngineClient::ready, this, [this](const EngineFacts& facts) { m_build = facts.build; });
    connect(&m_context.engine, &EngineClient::stopped, this, &MainWindow::closedForGood);
}

void MainWindow::restoreWindow() {
    resize(1280, 800);
    if (const QByteArray geometry = m_context.settings.windowGeometry(); !geometry.isEmpty()) restoreGeometry(geometry);
    // A screen that is gone must not keep the window out of sight.
    if (const QScreen* nearest = QGuiApplication::screenAt(frameGeometry().center()); !nearest && screen())
        move(screen()->availableGeometry().topLeft());
}

void MainWindow::showTitle(const QString& document, bool modified) {
    // [*] is Qt's place for the mark of unsaved changes.
    setWindowTitle(document.isEmpty() ? tr("SegMoE Studio") : tr("%1[*] - SegMoE Studio").arg(document));
    setWindowModified(modified && !document.isEmpty());
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(this);
    box->setObjectName(u"about_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About SegMoE Studio"));
    box->setIconPixmap(m_context.theme.icon(u"app"_s).pixmap(64, 64));
    box->setText(tr("SegMoE Studio %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(tr("Mixtures of Stable Diffusion experts, without merging them.") +
                            (m_build.isEmpty() ? QString() : u"\n\n"_s + m_build));
    box->addButton(QMessageBox::Close);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    if (m_closing) return;
    m_closing = true;
    m_context.settings.setWindowGeometry(saveGeometry());
    Q_EMIT m_navigator.windowClosing();
    // The window is gone at once; the program ends when the engine has let go (stopped → closedForGood).
    hide();
    m_context.engine.shutDown();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_pages && event->type() == QEvent::Paint) {
        m_pages->removeEventFilter(this);
        // Queued: after this paint has reached the screen.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}

}  // namespace segmoe::ui
