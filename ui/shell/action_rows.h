// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QKeySequence>
#include <QList>

#include "ui/shell/action_id.h"

namespace segmoe::ui {

/// Where the key of an action works.
enum class ActionScope {
    Window,  ///< everywhere
    Home,    ///< everywhere; the window shows `page` first, which does it
    Page,    ///< while `page` is shown
    Shared,  ///< while a page is shown that has connected to it (ActionTable::onPage)
    View,    ///< while the widget `view` of `page` has the focus (single letters)
};

/// One line of the table. Keys are portable text, several separated by "; ", and not translated.
struct ActionRow {
    ActionId id;
    const char* name;
    const char* text;
    const char* keys = "";
    const char* icon = "";
    ActionScope scope = ActionScope::Window;
    PageId page = PageId::Render;
    const char* view = "";
    bool checkable = false;
};

/// Every action of the program, in the order of the command list.
std::span<const ActionRow> actionRows();

/// "Ctrl+Y; Ctrl+Shift+Z" as key sequences.
QList<QKeySequence> keysFromText(const QString& text);
QList<QKeySequence> defaultKeys(const ActionRow& row);

/// Whether one key could mean both: their scopes overlap.
bool scopesOverlap(const ActionRow& a, const ActionRow& b);

}  // namespace segmoe::ui
