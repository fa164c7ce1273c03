// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/page_text.h"

#include <QCoreApplication>

namespace segmoe::ui {

namespace {

struct PageText {
    const char* key;
    const char* icon;
    const char* name;
    const char* purpose;
    const char* help;
};

// In the order of PageId.
constexpr PageText kTexts[] = {
    {"mix", "mix", QT_TRANSLATE_NOOP("PageText", "Mix"), QT_TRANSLATE_NOOP("PageText", "Compose a mixture"),
     QT_TRANSLATE_NOOP(
         "PageText",
         "Choose a base and at least two experts of the same architecture, and write for each expert what "
         "it should be chosen for. Build measures the gates; Render uses the mixture without saving "
         "anything.")},
    {"render", "picture", QT_TRANSLATE_NOOP("PageText", "Render"),
     QT_TRANSLATE_NOOP("PageText", "From a prompt to a picture"),
     QT_TRANSLATE_NOOP(
         "PageText",
         "Write what the picture should show and press Ctrl+Enter. The line above the button says whether "
         "it fits into memory. Further renders wait in the job list.")},
    {"routing", "routing", QT_TRANSLATE_NOOP("PageText", "Routing"),
     QT_TRANSLATE_NOOP("PageText", "See which expert fires where"),
     QT_TRANSLATE_NOOP("PageText",
                       "Every rendered picture records which experts were chosen, layer by layer and step by step. "
                       "Choose a layer, a step and a place; then mute, pin or bias an expert and render again to "
                       "compare.")},
    {"library", "library", QT_TRANSLATE_NOOP("PageText", "Library"),
     QT_TRANSLATE_NOOP("PageText", "Models on this disk"),
     QT_TRANSLATE_NOOP("PageText",
                       "Add the folders where your models are; files stay where they are. Drag a model into a mixture "
                       "or choose what to do with it in its menu.")},
    {"gallery", "gallery", QT_TRANSLATE_NOOP("PageText", "Gallery"),
     QT_TRANSLATE_NOOP("PageText", "Pictures you have made"),
     QT_TRANSLATE_NOOP("PageText",
                       "Every picture keeps the settings it was made with. Search, compare two pictures, or take the "
                       "settings of one back to the render page.")},
    {"settings", "settings", QT_TRANSLATE_NOOP("PageText", "Settings"),
     QT_TRANSLATE_NOOP("PageText", "Appearance, defaults, device and keys"),
     QT_TRANSLATE_NOOP("PageText", "Changes apply at once. Items marked (restart) apply at the next start.")},
};

const PageText& of(PageId page) { return kTexts[static_cast<int>(page)]; }

QString translated(const char* text) { return QCoreApplication::translate("PageText", text); }

}  // namespace

QString pageKey(PageId page) { return QLatin1String(of(page).key); }
QString pageIcon(PageId page) { return QLatin1String(of(page).icon); }
QString pageName(PageId page) { return translated(of(page).name); }
QString pagePurpose(PageId page) { return translated(of(page).purpose); }
QString pageHelp(PageId page) { return translated(of(page).help); }

}  // namespace segmoe::ui
