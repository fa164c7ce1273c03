// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page_id.h"

namespace segmoe::ui {

/// Every action of the program; what belongs to each stands in action_rows.cpp.
enum class ActionId {
    FileOpenModel,
    FileOpenFolder,
    FileSavePicture,
    FileOpen,
    FileQuit,
    EditUndo,
    EditRedo,
    EditCut,
    EditCopy,
    EditPaste,
    EditFind,
    EditCopyPicture,
    CommandList,
    RenderStart,
    RenderFirst,
    RenderCancel,
    RenderEscape,
    RenderSkip,
    RenderCancelWaiting,
    RenderPause,
    RenderImportImage,
    RenderOpenRouting,
    RenderSwapSize,
    RenderFocusPrompt,
    LibraryAddFolder,
    LibraryRescan,
    GalleryOpen,
    GalleryCompare,
    GalleryRaw,
    GalleryStar,
    GalleryDelete,
    GalleryRecallAll,
    GalleryRecallPrompt,
    GalleryRecallSeed,
    GalleryRecallSize,
    GalleryRecallRemix,
    GalleryRouting,
    PageMix,
    PageRender,
    PageRouting,
    PageLibrary,
    PageGallery,
    PageSettings,
    ViewFit,
    ViewActual,
    ViewTable,
    ViewJobs,
    ViewLog,
    ViewFocusMode,
    ViewTextLarger,
    ViewTextSmaller,
    ViewNextArea,
    ViewPreviousArea,
    ViewThemeSystem,
    ViewThemeLight,
    ViewThemeDark,
    HelpPage,
    HelpWhatsThis,
    HelpShortcuts,
    HelpGuide,
    HelpLogFolder,
    HelpAbout,
};

/// The action that goes to a page.
constexpr ActionId pageAction(PageId page) {
    return static_cast<ActionId>(static_cast<int>(ActionId::PageMix) + static_cast<int>(page));
}

}  // namespace segmoe::ui
