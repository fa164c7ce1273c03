// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/gallery_actions.h"

#include "ui/gallery/gallery_filter_bar.h"
#include "ui/gallery/gallery_list.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/gallery_viewer.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/image_view.h"

namespace segmoe::ui {

void connectGalleryActions(GalleryPage& page, StudioContext& context) {
    ActionTable& actions = context.actions;
    actions.addToView(&page.list());
    const auto on = [&](ActionId id, bool inViewer, auto act) {
        QObject::connect(actions.action(id), &QAction::triggered, &page, act);
        if (inViewer) page.viewer().view().addAction(actions.action(id));
    };
    on(ActionId::GalleryOpen, false, [&page] { page.openViewer(); });
    on(ActionId::GalleryCompare, false, [&page] { page.compareSelected(); });
    QObject::connect(actions.action(ActionId::GalleryRaw), &QAction::triggered, &page, &GalleryPage::showRaw);
    page.viewer().view().addAction(actions.action(ActionId::GalleryRaw));
    on(ActionId::GalleryStar, true, [&page] { page.toggleStar(); });
    on(ActionId::GalleryDelete, true, [&page] { page.trashSelected(); });
    on(ActionId::GalleryRecallAll, true, [&page] { page.recall(RecallPart::All); });
    on(ActionId::GalleryRecallPrompt, true, [&page] { page.recall(RecallPart::Prompt); });
    on(ActionId::GalleryRecallSeed, true, [&page] { page.recall(RecallPart::Seed); });
    on(ActionId::GalleryRecallSize, true, [&page] { page.recall(RecallPart::Size); });
    on(ActionId::GalleryRecallRemix, true, [&page] { page.recall(RecallPart::Remix); });
    QObject::connect(actions.action(ActionId::GalleryRouting), &QAction::triggered, &page,
                     [&page] { page.openRouting(); });
    actions.onPage(ActionId::EditFind, &page, [&page] { page.filterBar().focusFind(); });
    actions.onPage(ActionId::EditCopyPicture, &page, [&page] { page.copyPicture(); });
}

}  // namespace segmoe::ui
