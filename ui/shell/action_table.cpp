// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_table.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>

#include "ui/widgets/theme.h"

namespace segmoe::ui {

namespace {

struct Row {
    ActionId id;
    const char* name;
    const char* text;
    const char* keys;  ///< portable key sequence, not translated
    const char* icon;
    bool checkable = false;
};

constexpr Row kRows[] = {
    {ActionId::FileOpenModel, "action_file_open_model", QT_TRANSLATE_NOOP("ActionTable", "&Open model file…"), "Ctrl+O",
     "open"},
    {ActionId::FileOpenFolder, "action_file_open_folder", QT_TRANSLATE_NOOP("ActionTable", "Open model &folder…"),
     "Ctrl+Shift+O", "folder"},
    {ActionId::FileSavePicture, "action_file_save_picture", QT_TRANSLATE_NOOP("ActionTable", "&Save picture as…"),
     "Ctrl+S", "save"},
    {ActionId::FileQuit, "action_file_quit", QT_TRANSLATE_NOOP("ActionTable", "&Quit"), "Ctrl+Q", ""},
    {ActionId::EditCopyPicture, "action_edit_copy_picture", QT_TRANSLATE_NOOP("ActionTable", "&Copy picture"),
     "Ctrl+Shift+C", "copy"},
    {ActionId::RenderStart, "action_render_start", QT_TRANSLATE_NOOP("ActionTable", "&Render"), "Ctrl+Return",
     "render"},
    {ActionId::RenderCancel, "action_render_cancel", QT_TRANSLATE_NOOP("ActionTable", "&Cancel"), "Esc", "cancel"},
    {ActionId::RenderSwapSize, "action_render_swap_size", QT_TRANSLATE_NOOP("ActionTable", "S&wap width and height"),
     "Ctrl+Shift+X", "swap"},
    {ActionId::RenderFocusPrompt, "action_render_focus_prompt", QT_TRANSLATE_NOOP("ActionTable", "Edit &prompt"),
     "Alt+A", ""},
    {ActionId::ViewFit, "action_view_fit", QT_TRANSLATE_NOOP("ActionTable", "&Fit picture"), "", "fit"},
    {ActionId::ViewActual, "action_view_actual", QT_TRANSLATE_NOOP("ActionTable", "Picture at &100 %"), "", "actual"},
    {ActionId::ViewTable, "action_view_table", QT_TRANSLATE_NOOP("ActionTable", "Routing as &table"), "Ctrl+T", "table",
     true},
    {ActionId::ViewThemeSystem, "action_view_theme_system", QT_TRANSLATE_NOOP("ActionTable", "Theme of the s&ystem"),
     "", "", true},
    {ActionId::ViewThemeLight, "action_view_theme_light", QT_TRANSLATE_NOOP("ActionTable", "&Light theme"), "", "sun",
     true},
    {ActionId::ViewThemeDark, "action_view_theme_dark", QT_TRANSLATE_NOOP("ActionTable", "&Dark theme"), "", "moon",
     true},
    {ActionId::HelpAbout, "action_help_about", QT_TRANSLATE_NOOP("ActionTable", "&About SegMoE Studio"), "", "info"},
};

}  // namespace

ActionTable::ActionTable(Theme& theme, QObject* parent) : QObject(parent) {
    for (const Row& row : kRows) {
        auto* action = new QAction(QCoreApplication::translate("ActionTable", row.text), this);
        action->setObjectName(QString::fromLatin1(row.name));
        action->setShortcut(QKeySequence::fromString(QString::fromLatin1(row.keys), QKeySequence::PortableText));
        action->setCheckable(row.checkable);
        if (*row.icon) theme.bindIcon(action, QString::fromLatin1(row.icon));
        m_actions.emplace(row.id, action);
    }
    // The keypad's Enter renders too.
    action(ActionId::RenderStart)
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    auto* themes = new QActionGroup(this);
    for (ActionId id : {ActionId::ViewThemeSystem, ActionId::ViewThemeLight, ActionId::ViewThemeDark})
        themes->addAction(action(id));
}

QList<QAction*> ActionTable::all() const {
    QList<QAction*> actions;
    for (const auto& [id, action] : m_actions) actions << action;
    return actions;
}

}  // namespace segmoe::ui
