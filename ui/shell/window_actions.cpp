// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/window_actions.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>
#include <QWhatsThis>

#include "ui/bridge/settings.h"
#include "ui/shell/about_section.h"
#include "ui/shell/action_table.h"
#include "ui/shell/command_dialog.h"
#include "ui/shell/file_opener.h"
#include "ui/shell/guided_steps.h"
#include "ui/shell/log_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/window_docks.h"
#include "ui/widgets/dialog_height.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// The text box with the focus does it itself.
void askFocusWidget(const char* slot) {
    // What the widget itself cannot do its page may.
    for (QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (widget->metaObject()->indexOfSlot(QByteArray(slot) + "()") >= 0) {
            QMetaObject::invokeMethod(widget, slot);
            return;
        }
}

}  // namespace

WindowActions::WindowActions(MainWindow& window, FileOpener& opener)
    : QObject(&window), m_window(window), m_opener(opener), m_areas([&window] {
          return std::vector<QWidget*>{&window.rail(), &window.pages(), window.docks().jobs(), window.docks().log(),
                                       &window.status()};
      }) {
    connectFile();
    connectEdit();
    connectView();
    connectThemes();
    connectHelp();
}

void WindowActions::connectFile() {
    ActionTable& actions = m_window.actionTable();
    for (PageId page : existingPages())
        connect(actions.action(pageAction(page)), &QAction::triggered, this, [this, page] { m_window.showPage(page); });
    connect(actions.action(ActionId::PageBack), &QAction::triggered, &m_window.pages(), &PageStack::back);
    connect(actions.action(ActionId::PageForward), &QAction::triggered, &m_window.pages(), &PageStack::forward);
    for (const ActionRow& row : actionRows())
        if (row.scope == ActionScope::Home)
            connect(actions.action(row.id), &QAction::triggered, this, [this, &row] { goHome(row); });
    connect(actions.action(ActionId::FileOpen), &QAction::triggered, this, [this] { m_opener.openDialog(&m_window); });
    connect(actions.action(ActionId::FileQuit), &QAction::triggered, &m_window, &QWidget::close);
}

/// The page that acts is told by the same signal, unless it is built only now.
void WindowActions::goHome(const ActionRow& row) {
    const bool isNew = !m_window.pages().has(row.page);
    m_window.showPage(row.page);
    if (isNew) m_window.actionTable().action(row.id)->trigger();
}

void WindowActions::connectEdit() {
    ActionTable& actions = m_window.actionTable();
    const std::pair<ActionId, const char*> edits[] = {
        {ActionId::EditCut, "cut"}, {ActionId::EditCopy, "copy"}, {ActionId::EditPaste, "paste"}};
    for (const auto& [id, slot] : edits)
        connect(actions.action(id), &QAction::triggered, this, [slot = slot] { askFocusWidget(slot); });
    connect(actions.action(ActionId::CommandList), &QAction::triggered, this, [this] {
        if (m_window.findChild<CommandDialog*>()) return;
        auto* dialog = new CommandDialog(m_window.actionTable(), &m_window);
        connect(dialog, &CommandDialog::chosen, this, &WindowActions::run, Qt::QueuedConnection);
        dialog->open();
    });
}

void WindowActions::connectView() {
    ActionTable& actions = m_window.actionTable();
    connect(actions.action(ActionId::ViewFocusMode), &QAction::toggled, &m_window, &MainWindow::setFocusMode);
    connect(actions.action(ActionId::ViewTextLarger), &QAction::triggered, this, [this] { scaleText(0.1); });
    connect(actions.action(ActionId::ViewTextSmaller), &QAction::triggered, this, [this] { scaleText(-0.1); });
    connect(actions.action(ActionId::ViewNextArea), &QAction::triggered, this, [this] { m_areas.move(1); });
    connect(actions.action(ActionId::ViewPreviousArea), &QAction::triggered, this, [this] { m_areas.move(-1); });
}

void WindowActions::connectThemes() {
    ActionTable& actions = m_window.actionTable();
    Theme& theme = m_window.context().theme;
    Settings& settings = m_window.context().settings;
    constexpr ActionId kThemes[] = {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark};
    for (ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
        QAction* action = actions.action(kThemes[static_cast<int>(mode)]);
        const auto follow = [action, mode, &theme] { action->setChecked(theme.mode() == mode); };
        follow();
        connect(&theme, &Theme::changed, action, follow);
        connect(action, &QAction::triggered, this, [mode, &theme, &settings] {
            settings.setTheme(mode);
            // Also where the command line had overruled the setting, which then does not change.
            if (theme.mode() != mode) theme.setMode(mode);
        });
    }
}

void WindowActions::connectHelp() {
    ActionTable& actions = m_window.actionTable();
    for (ActionId id : {ActionId::HelpPage, ActionId::HelpShortcuts})
        connect(actions.action(id), &QAction::triggered, this, &WindowActions::showHelp);
    connect(actions.action(ActionId::HelpWhatsThis), &QAction::triggered, this,
            [] { QWhatsThis::enterWhatsThisMode(); });
    connect(actions.action(ActionId::HelpGuide), &QAction::triggered, this, [this] {
        if (!m_guide) m_guide = new GuidedSteps(m_window.navigator(), &m_window);
        m_guide->start();
    });
    LogStore* log = m_window.context().log;
    actions.action(ActionId::HelpLogFolder)->setVisible(log);
    if (log)
        connect(actions.action(ActionId::HelpLogFolder), &QAction::triggered, log,
                [log] { QDesktopServices::openUrl(QUrl::fromLocalFile(log->folder())); });
    connect(actions.action(ActionId::HelpAbout), &QAction::triggered, this, &WindowActions::showAbout);
}

void WindowActions::run(ActionId id) {
    const ActionRow& row = m_window.actionTable().row(id);
    if (row.scope == ActionScope::Page || row.scope == ActionScope::View) m_window.showPage(row.page);
    m_window.actionTable().action(id)->trigger();
}

void WindowActions::scaleText(double by) {
    Settings& settings = m_window.context().settings;
    settings.set(keys::kTextScale, settings.get(keys::kTextScale) + by);
}

void WindowActions::showHelp() {
    if (m_window.findChild<ShortcutsDialog*>()) return;
    auto* dialog = new ShortcutsDialog(m_window.actionTable(), m_window.pages().current(), &m_window);
    connect(dialog, &ShortcutsDialog::editWanted, this,
            [this] { Q_EMIT m_window.navigator().settingsWanted(u"shortcuts"_s); });
    dialog->open();
}

void WindowActions::showAbout() {
    if (m_window.findChild<QDialog*>(u"about_dialog"_s)) return;
    auto* dialog = new QDialog(&m_window);
    dialog->setObjectName(u"about_dialog"_s);
    dialog->setWindowTitle(tr("About SegMoE Studio"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* close = new QPushButton(tr("Close"));
    nameControl(close, u"about_dialog_close_button"_s, close->text());
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(new AboutSection(m_window.context(), u"about_dialog"_s));
    column->addWidget(close, 0, Qt::AlignRight);
    dialog->setMinimumWidth(560);
    close->setFocus();
    dialog->open();
    growToTexts(*dialog);
}

}  // namespace segmoe::ui
