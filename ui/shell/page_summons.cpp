// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/page_summons.h"

namespace segmoe::ui {

template <class... Args>
void PageSummons::summon(void (Navigator::*wish)(Args...), PageId page, Visit visit) {
    connect(&m_navigator, wish, this, [this, wish, page, visit](Args... args) {
        const bool hasHeard = m_pages.has(page);
        if (visit == Visit::Show)
            m_pages.showPage(page);
        else
            m_pages.page(page);
        // By a name of its own: GCC 12's sanitizers lose the object in (m_navigator.*wish).
        Navigator& navigator = m_navigator;
        if (!hasHeard && m_pages.has(page)) Q_EMIT(navigator.*wish)(args...);
    });
}

PageSummons::PageSummons(Navigator& navigator, PageStack& pages, QObject* parent)
    : QObject(parent), m_navigator(navigator), m_pages(pages) {
    summon(&Navigator::recipeWanted, PageId::Mix);
    summon(&Navigator::newMixtureWanted, PageId::Mix);
    summon(&Navigator::pictureMixWanted, PageId::Mix);
    summon(&Navigator::baseWanted, PageId::Mix);
    summon(&Navigator::expertWanted, PageId::Mix);
    summon(&Navigator::loraWanted, PageId::Mix);
    summon(&Navigator::mixPlaceWanted, PageId::Mix);
    // One goes on looking at the routing; the Mix page says what it has done.
    summon(&Navigator::mixPolicyWanted, PageId::Mix, Visit::StayHere);
    summon(&Navigator::modelWanted, PageId::Render);
    summon(&Navigator::recallWanted, PageId::Render);
    summon(&Navigator::pictureRecallWanted, PageId::Render);
    summon(&Navigator::startImageWanted, PageId::Render);
    summon(&Navigator::fewStepsWanted, PageId::Render);
    summon(&Navigator::requestWanted, PageId::Render);
    // One goes on composing; the forecast there follows.
    summon(&Navigator::memorySavingWanted, PageId::Render, Visit::StayHere);
    summon(&Navigator::resultWanted, PageId::Render);
    summon(&Navigator::captureWanted, PageId::Routing);
    summon(&Navigator::expertControlWanted, PageId::Routing);
    summon(&Navigator::modelDetailWanted, PageId::Library);
    summon(&Navigator::modelSearchWanted, PageId::Library);
    summon(&Navigator::downloadsWanted, PageId::Library);
    summon(&Navigator::hubModelWanted, PageId::Library);
    summon(&Navigator::hubSearchWanted, PageId::Library);
    summon(&Navigator::hubLinkWanted, PageId::Library);
    summon(&Navigator::modelFoldersWanted, PageId::Library);
    summon(&Navigator::modelFolderWanted, PageId::Library);
    summon(&Navigator::pictureWanted, PageId::Gallery);
}

}  // namespace segmoe::ui
