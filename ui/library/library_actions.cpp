// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/library_actions.h"

#include "ui/library/hub_view.h"
#include "ui/library/library_frame.h"
#include "ui/library/library_page.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

void connectLibraryActions(LibraryFrame& page, StudioContext& context) {
    ActionTable& actions = context.actions;
    LibraryPage& models = page.models();
    QObject::connect(actions.action(ActionId::LibraryRescan), &QAction::triggered, &models, &LibraryPage::rescan);
    QObject::connect(actions.action(ActionId::LibraryAddFolder), &QAction::triggered, &page, [&page] {
        page.showTab(LibraryFrame::Tab::MyModels);
        page.models().addFolder();
    });
    actions.onPage(ActionId::EditFind, &models, [&models] { models.focusFind(); });
    actions.onPage(ActionId::EditFind, &page.hubs(), [&page] { page.hubs().focusSearch(); });
    QObject::connect(actions.action(ActionId::LibraryPasteLink), &QAction::triggered, &page, &LibraryFrame::focusLink);
    using Tab = LibraryFrame::Tab;
    for (const auto& [id, tab] : {std::pair(ActionId::LibraryMyModels, Tab::MyModels),
                                  {ActionId::LibraryHuggingFace, Tab::HuggingFace},
                                  {ActionId::LibraryCivitai, Tab::CivitAi},
                                  {ActionId::LibraryDownloads, Tab::Downloads}})
        QObject::connect(actions.action(id), &QAction::triggered, &page, [&page, tab = tab] { page.showTab(tab); });
    QObject::connect(actions.action(ActionId::LibraryNextTab), &QAction::triggered, &page, [&page] { page.cycle(1); });
    QObject::connect(actions.action(ActionId::LibraryPreviousTab), &QAction::triggered, &page,
                     [&page] { page.cycle(-1); });
}

}  // namespace segmoe::ui
