// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/routing/routing_panel.h"
#include "ui/shell/action_table.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Theme& theme, EngineClient& client, Settings& settings, QWidget* parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_client(client),
      m_settings(settings),
      m_actions(new ActionTable(theme, this)),
      m_page(new RenderPage(theme, client, settings)),
      m_status(new StatusStrip) {
    setObjectName(u"main_window"_s);
    setWindowTitle(tr("SegMoE Studio"));
    setMinimumSize(1024, 680);
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    column->addWidget(m_status);
    setCentralWidget(central);
    buildMenus();
    connectActions();
    restoreWindow();
    connect(m_page, &RenderPage::message, m_status, &StatusStrip::showMessage);
    connect(m_page, &RenderPage::deviceChanged, m_status, &StatusStrip::setDevice);
    connect(&client, &EngineClient::ready, this, [this](const EngineFacts& facts) { m_build = facts.build; });
    connect(&client, &EngineClient::stopped, this, &MainWindow::closedForGood);
    m_page->installEventFilter(this);
}

void MainWindow::buildMenus() {
    const auto add = [this](QMenu* menu, const QString& name, std::initializer_list<ActionId> ids) {
        menu->setObjectName(name);
        for (ActionId id : ids) menu->addAction(m_actions->action(id));
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, u"file_menu"_s, {ActionId::FileOpenModel, ActionId::FileOpenFolder, ActionId::FileSavePicture});
    file->addSeparator();
    add(file, u"file_menu"_s, {ActionId::FileQuit});
    add(menuBar()->addMenu(tr("&Edit")), u"edit_menu"_s,
        {ActionId::EditCopyPicture, ActionId::RenderFocusPrompt, ActionId::RenderSwapSize});
    add(menuBar()->addMenu(tr("&Render")), u"render_menu"_s, {ActionId::RenderStart, ActionId::RenderCancel});
    QMenu* view = menuBar()->addMenu(tr("&View"));
    add(view, u"view_menu"_s, {ActionId::ViewFit, ActionId::ViewActual, ActionId::ViewTable});
    view->addSeparator();
    add(view, u"view_menu"_s, {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark});
    add(menuBar()->addMenu(tr("&Help")), u"help_menu"_s, {ActionId::HelpAbout});
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto&& act) { connect(m_actions->action(id), &QAction::triggered, this, act); };
    on(ActionId::FileOpenModel, [this] { m_page->chooser().openFile(); });
    on(ActionId::FileOpenFolder, [this] { m_page->chooser().openFolder(); });
    on(ActionId::FileSavePicture, [this] { m_page->savePicture(); });
    on(ActionId::FileQuit, [this] { close(); });
    on(ActionId::EditCopyPicture, [this] { m_page->result().copyPicture(); });
    on(ActionId::RenderStart, [this] { m_page->startRender(); });
    on(ActionId::RenderCancel, [this] { m_page->cancelRender(); });
    on(ActionId::RenderSwapSize, [this] { m_page->form().swapSize(); });
    on(ActionId::RenderFocusPrompt, [this] { m_page->form().focusPrompt(); });
    on(ActionId::ViewFit, [this] { m_page->result().view().fit(); });
    on(ActionId::ViewActual, [this] { m_page->result().view().actualSize(); });
    on(ActionId::ViewThemeSystem, [this] { setTheme(ThemeMode::System); });
    on(ActionId::ViewThemeLight, [this] { setTheme(ThemeMode::Light); });
    on(ActionId::ViewThemeDark, [this] { setTheme(ThemeMode::Dark); });
    on(ActionId::HelpAbout, [this] { showAbout(); });
    QAction* table = m_actions->action(ActionId::ViewTable);
    connect(table, &QAction::toggled, &m_page->routing(), &RoutingPanel::setTableShown);
    connect(&m_page->routing(), &RoutingPanel::tableShownChanged, table, &QAction::setChecked);
    const ActionId themes[] = {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark};
    m_actions->action(themes[static_cast<int>(m_theme.mode())])->setChecked(true);

    m_actions->action(ActionId::RenderCancel)->setEnabled(false);
    for (ActionId id : {ActionId::FileSavePicture, ActionId::EditCopyPicture}) m_actions->action(id)->setEnabled(false);
    connect(m_page, &RenderPage::sessionStateChanged, this, [this](RenderSession::State state) {
        m_actions->action(ActionId::RenderStart)->setEnabled(state == RenderSession::State::Idle);
        m_actions->action(ActionId::RenderCancel)->setEnabled(state == RenderSession::State::Running);
    });
    connect(m_page, &RenderPage::pictureAvailable, this, [this](bool available) {
        for (ActionId id : {ActionId::FileSavePicture, ActionId::EditCopyPicture})
            m_actions->action(id)->setEnabled(available);
    });
}

void MainWindow::restoreWindow() {
    resize(1280, 800);
    if (const QByteArray geometry = m_settings.windowGeometry(); !geometry.isEmpty()) restoreGeometry(geometry);
    // A screen that is gone must not keep the window out of sight.
    if (const QScreen* nearest = QGuiApplication::screenAt(frameGeometry().center()); !nearest && screen())
        move(screen()->availableGeometry().topLeft());
}

void MainWindow::setTheme(ThemeMode mode) {
    m_theme.setMode(mode);
    m_settings.setTheme(mode);
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(this);
    box->setObjectName(u"about_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About SegMoE Studio"));
    box->setIconPixmap(m_theme.icon(u"app"_s).pixmap(64, 64));
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
    m_settings.setWindowGeometry(saveGeometry());
    m_page->rememberState();
    m_page->cancelRender();
    // The window is gone at once; the program ends when the engine has let go (stopped → closedForGood).
    hide();
    m_client.shutDown();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_page && event->type() == QEvent::Paint) {
        m_page->removeEventFilter(this);
        // Queued: after this paint has reached the screen.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}

}  // namespace segmoe::ui
