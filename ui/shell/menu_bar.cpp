// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/menu_bar.h"

#include <initializer_list>
#include <optional>

#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

#include "ui/bridge/settings.h"
#include "ui/shell/action_table.h"
#include "ui/shell/file_opener.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// No id = a line between groups.
using MenuItems = std::initializer_list<std::optional<ActionId>>;

QString menuText(const char* words) { return QCoreApplication::translate("MenuBar", words); }

QMenu* addMenu(QMenuBar& bar, const ActionTable& actions, const QString& name, const QString& title, MenuItems items) {
    QMenu* menu = bar.addMenu(title);
    menu->setObjectName(name);
    for (const std::optional<ActionId>& item : items)
        if (item)
            menu->addAction(actions.action(*item));
        else
            menu->addSeparator();
    return menu;
}

/// The recent files, made anew each time the menu opens.
void addRecentMenu(QMenu& file, QAction* before, Settings& settings, FileOpener& opener) {
    auto* recent = new QMenu(menuText(QT_TRANSLATE_NOOP("MenuBar", "Open &recent")), &file);
    recent->setObjectName(u"recent_menu"_s);
    file.insertMenu(before, recent);
    QObject::connect(&file, &QMenu::aboutToShow, recent, [recent, &settings, &opener] {
        recent->clear();
        for (const QString& path : settings.recentFiles())
            recent->addAction(QFileInfo(path).fileName(), &opener, [&opener, path] { opener.open(path); })
                ->setToolTip(path);
        recent->setEnabled(!recent->isEmpty());
    });
}

}  // namespace

void fillMenuBar(QMenuBar& bar, ActionTable& actions, Settings& settings, FileOpener& opener) {
    using enum ActionId;
    constexpr std::nullopt_t line = std::nullopt;
    QMenu* file = addMenu(bar, actions, u"file_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&File")),
                          {FileOpen, FileOpenModel, FileOpenFolder, line, FileSavePicture, line, FilePublish,
                           FileTokens, line, FileQuit});
    addRecentMenu(*file, actions.action(FileOpenModel), settings, opener);
    addMenu(bar, actions, u"edit_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&Edit")),
            {EditUndo, EditRedo, line, EditCut, EditCopy, EditPaste, line, EditCopyPicture, EditFind, line,
             RenderFocusPrompt, RenderSwapSize, line, CommandList});
    addMenu(bar, actions, u"mix_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&Mix")),
            {MixNew,   MixOpen,      line,         MixSave,   MixSaveAs, MixSaveMixture, MixPublish,  MixImport,
             line,     MixAddExpert, MixDuplicate, MixRemove, MixRename, MixMoveUp,      MixMoveDown, line,
             MixBuild, MixRegate,    MixChecks,    MixRender, line,      MixCards,       MixGates,    MixYaml});
    addMenu(bar, actions, u"render_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&Render")),
            {RenderStart, RenderFirst, line, RenderCancel, RenderSkip, RenderCancelWaiting, RenderPause, line,
             RenderImportImage, RenderOpenRouting});
    addMenu(bar, actions, u"view_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&View")),
            {PageMix,        PageRender,   PageRouting, PageLibrary,    PageGallery,     PageSettings, PageBack,
             PageForward,    line,         ViewJobs,    ViewLog,        ViewFocusMode,   line,         ViewFit,
             ViewActual,     ViewTable,    line,        ViewTextLarger, ViewTextSmaller, line,         ViewThemeSystem,
             ViewThemeLight, ViewThemeDark});
    addMenu(bar, actions, u"help_menu"_s, menuText(QT_TRANSLATE_NOOP("MenuBar", "&Help")),
            {HelpPage, HelpShortcuts, HelpWhatsThis, HelpGuide, line, HelpLogFolder, HelpAbout});
}

}  // namespace segmoe::ui
