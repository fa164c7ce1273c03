// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_rows.h"

#include <QCoreApplication>
#include <QtGlobal>

namespace segmoe::ui {

namespace {

using enum ActionScope;

// A new action: its name in action_id.h, its line here, and a connection in the page that it concerns.
constexpr ActionRow kRows[] = {
    {ActionId::FileOpenModel, "action_file_open_model", QT_TRANSLATE_NOOP("ActionTable", "&Open model file…"), "Ctrl+O",
     "open", Page, PageId::Render},
    {ActionId::FileOpenFolder, "action_file_open_folder", QT_TRANSLATE_NOOP("ActionTable", "Open model &folder…"), "",
     "folder", Page, PageId::Render},
    {ActionId::FileSavePicture, "action_file_save_picture", QT_TRANSLATE_NOOP("ActionTable", "&Save picture as…"),
     "Ctrl+S", "save", Page, PageId::Render},
    {ActionId::FileOpen, "action_file_open", QT_TRANSLATE_NOOP("ActionTable", "&Open…"), "Ctrl+Shift+O", "open"},
    {ActionId::FileQuit, "action_file_quit", QT_TRANSLATE_NOOP("ActionTable", "&Quit"), "Ctrl+Q"},
    {ActionId::EditUndo, "action_edit_undo", QT_TRANSLATE_NOOP("ActionTable", "&Undo"), "Ctrl+Z", "undo", Shared},
    {ActionId::EditRedo, "action_edit_redo", QT_TRANSLATE_NOOP("ActionTable", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo",
     Shared},
    {ActionId::EditCut, "action_edit_cut", QT_TRANSLATE_NOOP("ActionTable", "Cu&t"), "Ctrl+X"},
    {ActionId::EditCopy, "action_edit_copy", QT_TRANSLATE_NOOP("ActionTable", "&Copy"), "Ctrl+C", "copy"},
    {ActionId::EditPaste, "action_edit_paste", QT_TRANSLATE_NOOP("ActionTable", "&Paste"), "Ctrl+V", "paste"},
    {ActionId::EditFind, "action_edit_find", QT_TRANSLATE_NOOP("ActionTable", "&Find"), "Ctrl+F", "search", Shared},
    {ActionId::CommandList, "action_command_list", QT_TRANSLATE_NOOP("ActionTable", "Command &list…"), "Ctrl+K",
     "search"},
    {ActionId::EditCopyPicture, "action_edit_copy_picture", QT_TRANSLATE_NOOP("ActionTable", "&Copy picture"),
     "Ctrl+Shift+C", "copy", Shared},
    {ActionId::RenderStart, "action_render_start", QT_TRANSLATE_NOOP("ActionTable", "&Render"),
     "Ctrl+Return; Ctrl+Enter", "render"},
    {ActionId::RenderFirst, "action_render_first", QT_TRANSLATE_NOOP("ActionTable", "Render &first"),
     "Ctrl+Shift+Return; Ctrl+Shift+Enter", "first"},
    {ActionId::RenderCancel, "action_render_cancel", QT_TRANSLATE_NOOP("ActionTable", "&Cancel"),
     "Ctrl+Alt+Return; Ctrl+Alt+Enter", "cancel"},
    {ActionId::RenderEscape, "action_render_escape", QT_TRANSLATE_NOOP("ActionTable", "Cancel on this page"), "Esc",
     "cancel", Page, PageId::Render},
    {ActionId::RenderSkip, "action_render_skip", QT_TRANSLATE_NOOP("ActionTable", "S&kip image"),
     "Alt+Return; Alt+Enter", "skip"},
    {ActionId::RenderCancelWaiting, "action_render_cancel_waiting",
     QT_TRANSLATE_NOOP("ActionTable", "Cancel all &waiting"), "Ctrl+Alt+Backspace", "stop"},
    {ActionId::RenderPause, "action_render_pause", QT_TRANSLATE_NOOP("ActionTable", "&Pause queue"), "", "pause",
     Window, PageId::Render, "", true},
    {ActionId::RenderImportImage, "action_import_image", QT_TRANSLATE_NOOP("ActionTable", "&Import image settings…"),
     "Ctrl+I", "import", Page, PageId::Render},
    {ActionId::RenderOpenRouting, "action_render_open_routing",
     QT_TRANSLATE_NOOP("ActionTable", "Open picture in R&outing"), "Ctrl+Shift+R", "routing", Page, PageId::Render},
    {ActionId::RenderSwapSize, "action_render_swap_size", QT_TRANSLATE_NOOP("ActionTable", "S&wap width and height"),
     "Ctrl+Shift+X", "swap", Page, PageId::Render},
    {ActionId::RenderFocusPrompt, "action_render_focus_prompt", QT_TRANSLATE_NOOP("ActionTable", "Edit &prompt"),
     "Alt+A", "", Page, PageId::Render},
    {ActionId::LibraryAddFolder, "action_library_add_folder", QT_TRANSLATE_NOOP("ActionTable", "&Add model folder…"),
     "", "folder-add", Page, PageId::Library},
    {ActionId::LibraryRescan, "action_library_rescan", QT_TRANSLATE_NOOP("ActionTable", "&Rescan folders"), "F5",
     "retry", Page, PageId::Library},
    {ActionId::GalleryOpen, "action_gallery_open", QT_TRANSLATE_NOOP("ActionTable", "&View picture"),
     "Return; Enter; Z", "eye", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryCompare, "action_gallery_compare", QT_TRANSLATE_NOOP("ActionTable", "&Compare pictures"), "M",
     "compare", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRaw, "action_gallery_raw", QT_TRANSLATE_NOOP("ActionTable", "Raw &metadata"), "I", "metadata",
     View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryStar, "action_gallery_star", QT_TRANSLATE_NOOP("ActionTable", "&Star"), ".", "star", View,
     PageId::Gallery, "gallery_list"},
    {ActionId::GalleryDelete, "action_gallery_delete", QT_TRANSLATE_NOOP("ActionTable", "&Delete pictures"), "Del",
     "trash", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRecallAll, "action_gallery_recall_all", QT_TRANSLATE_NOOP("ActionTable", "Recall &all"), "A",
     "recall", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRecallPrompt, "action_gallery_recall_prompt", QT_TRANSLATE_NOOP("ActionTable", "Recall &prompt"),
     "P", "recall", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRecallSeed, "action_gallery_recall_seed", QT_TRANSLATE_NOOP("ActionTable", "Recall &seed"), "S",
     "seed", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRecallSize, "action_gallery_recall_size", QT_TRANSLATE_NOOP("ActionTable", "Recall si&ze"), "D",
     "swap", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRecallRemix, "action_gallery_recall_remix",
     QT_TRANSLATE_NOOP("ActionTable", "Recall all but the seed"), "R", "recall", View, PageId::Gallery, "gallery_list"},
    {ActionId::GalleryRouting, "action_gallery_routing", QT_TRANSLATE_NOOP("ActionTable", "Open in R&outing"),
     "Ctrl+Shift+R", "routing", Page, PageId::Gallery},
    {ActionId::PageMix, "action_page_mix", QT_TRANSLATE_NOOP("ActionTable", "&Mix"), "Ctrl+1", "mix"},
    {ActionId::PageRender, "action_page_render", QT_TRANSLATE_NOOP("ActionTable", "&Render"), "Ctrl+2", "picture"},
    {ActionId::PageRouting, "action_page_routing", QT_TRANSLATE_NOOP("ActionTable", "R&outing"), "Ctrl+3", "routing"},
    {ActionId::PageLibrary, "action_page_library", QT_TRANSLATE_NOOP("ActionTable", "&Library"), "Ctrl+4", "library"},
    {ActionId::PageGallery, "action_page_gallery", QT_TRANSLATE_NOOP("ActionTable", "&Gallery"), "Ctrl+5", "gallery"},
    {ActionId::PageSettings, "action_page_settings", QT_TRANSLATE_NOOP("ActionTable", "&Settings"), "Ctrl+,",
     "settings"},
    {ActionId::ViewFit, "action_view_fit", QT_TRANSLATE_NOOP("ActionTable", "&Fit picture"), "", "fit", Shared},
    {ActionId::ViewActual, "action_view_actual", QT_TRANSLATE_NOOP("ActionTable", "Picture at &100 %"), "", "actual",
     Shared},
    {ActionId::ViewTable, "action_view_table", QT_TRANSLATE_NOOP("ActionTable", "Table instead of &plot"), "Ctrl+T",
     "table", Shared, PageId::Render, "", true},
    {ActionId::ViewJobs, "action_view_jobs", QT_TRANSLATE_NOOP("ActionTable", "&Jobs"), "Ctrl+J", "queue", Window,
     PageId::Render, "", true},
    {ActionId::ViewLog, "action_view_log", QT_TRANSLATE_NOOP("ActionTable", "L&og"), "Ctrl+`", "log", Window,
     PageId::Render, "", true},
    {ActionId::ViewFocusMode, "action_view_focus", QT_TRANSLATE_NOOP("ActionTable", "Focus &mode"), "F11", "focus-mode",
     Window, PageId::Render, "", true},
    {ActionId::ViewTextLarger, "action_view_text_larger", QT_TRANSLATE_NOOP("ActionTable", "Te&xt larger"),
     "Ctrl++; Ctrl+=", "zoom-in"},
    {ActionId::ViewTextSmaller, "action_view_text_smaller", QT_TRANSLATE_NOOP("ActionTable", "Text s&maller"), "Ctrl+-",
     "zoom-out"},
    {ActionId::ViewNextArea, "action_view_next_area", QT_TRANSLATE_NOOP("ActionTable", "&Next area"), "F6"},
    {ActionId::ViewPreviousArea, "action_view_previous_area", QT_TRANSLATE_NOOP("ActionTable", "Pre&vious area"),
     "Shift+F6"},
    {ActionId::ViewThemeSystem, "action_view_theme_system", QT_TRANSLATE_NOOP("ActionTable", "Theme of the s&ystem"),
     "", "", Window, PageId::Render, "", true},
    {ActionId::ViewThemeLight, "action_view_theme_light", QT_TRANSLATE_NOOP("ActionTable", "&Light theme"), "", "sun",
     Window, PageId::Render, "", true},
    {ActionId::ViewThemeDark, "action_view_theme_dark", QT_TRANSLATE_NOOP("ActionTable", "&Dark theme"), "", "moon",
     Window, PageId::Render, "", true},
    {ActionId::HelpPage, "action_help_page", QT_TRANSLATE_NOOP("ActionTable", "&Help for this page"), "F1", "help"},
    {ActionId::HelpWhatsThis, "action_help_whats_this", QT_TRANSLATE_NOOP("ActionTable", "&What is this?"), "Shift+F1"},
    {ActionId::HelpShortcuts, "action_help_shortcuts", QT_TRANSLATE_NOOP("ActionTable", "&Keys…"), "Ctrl+/",
     "keyboard"},
    {ActionId::HelpGuide, "action_help_guide", QT_TRANSLATE_NOOP("ActionTable", "&Guided steps"), "", "play"},
    {ActionId::HelpLogFolder, "action_help_log_folder", QT_TRANSLATE_NOOP("ActionTable", "Open &log folder"), "",
     "folder"},
    {ActionId::HelpAbout, "action_help_about", QT_TRANSLATE_NOOP("ActionTable", "&About SegMoE Studio"), "", "info"},
};

}  // namespace

std::span<const ActionRow> actionRows() { return kRows; }

QList<QKeySequence> keysFromText(const QString& text) {
    return text.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(text, QKeySequence::PortableText);
}

QList<QKeySequence> defaultKeys(const ActionRow& row) { return keysFromText(QLatin1String(row.keys)); }

bool scopesOverlap(const ActionRow& a, const ActionRow& b) {
    // An action of a view takes its key before the window does; only two of one view collide.
    if (a.scope == View || b.scope == View)
        return a.scope == b.scope && a.page == b.page && qstrcmp(a.view, b.view) == 0;
    return a.scope != Page || b.scope != Page || a.page == b.page;
}

}  // namespace segmoe::ui
