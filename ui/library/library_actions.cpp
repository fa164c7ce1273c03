// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_actions.h"

#include "ui/library/library_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

void connectLibraryActions(LibraryPage& page, StudioContext& context) {
    ActionTable& actions = context.actions;
    QObject::connect(actions.action(ActionId::LibraryRescan), &QAction::triggered, &page, &LibraryPage::rescan);
    QObject::connect(actions.action(ActionId::LibraryAddFolder), &QAction::triggered, &page, &LibraryPage::addFolder);
    actions.onPage(ActionId::EditFind, &page, [&page] { page.focusFind(); });
}

}  // namespace segmoe::ui
