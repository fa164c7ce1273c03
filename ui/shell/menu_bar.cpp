// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/menu_bar.h"

#include <initializer_list>
#include <optional>

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include "ui/shell/action_table.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// No id = a line between groups.
using MenuItems = std::initializer_list<std::optional<ActionId>>;

QString text(const char* words) { return QCoreApplication::translate("MenuBar", words); }

void addMenu(QMenuBar& bar, const ActionTable& actions, const QString& name, const QString& title, MenuItems items) {
    QMenu* menu = bar.addMenu(title);
    menu->setObjectName(name);
    for (const std::optional<ActionId>& item : items)
        if (item)
            menu->addAction(actions.action(*item));
        else
            menu->addSeparator();
}

}  // namespace

void fillMenuBar(QMenuBar& bar, ActionTable& actions) {
    using enum ActionId;
    constexpr std::nullopt_t line = std::nullopt;
    addMenu(bar, actions, u"file_menu"_s, text(QT_TRANSLATE_NOOP("MenuBar", "&File")),
            {FileOpenModel, FileOpenFolder, line, FileSavePicture, line, FileQuit});
    addMenu(bar, actions, u"edit_menu"_s, text(QT_TRANSLATE_NOOP("MenuBar", "&Edit")),
            {EditCopyPicture, line, RenderFocusPrompt, RenderSwapSize});
    addMenu(bar, actions, u"render_menu"_s, text(QT_TRANSLATE_NOOP("MenuBar", "&Render")),
            {RenderStart, RenderFirst, line, RenderCancel, RenderSkip, RenderCancelWaiting, RenderPause, line,
             RenderImportImage, RenderOpenRouting});
    addMenu(bar, actions, u"view_menu"_s, text(QT_TRANSLATE_NOOP("MenuBar", "&View")),
            {PageMix, PageRender, PageRouting, PageLibrary, PageGallery, PageSettings, line, ViewFit, ViewActual,
             ViewTable, line, ViewThemeSystem, ViewThemeLight, ViewThemeDark});
    addMenu(bar, actions, u"help_menu"_s, text(QT_TRANSLATE_NOOP("MenuBar", "&Help")), {HelpAbout});
}

}  // namespace segmoe::ui
