// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/engine/hub_search.h"

#include "core/engine/hub_places.h"
#include "core/engine/hub_rows.h"

namespace segmoe {

using namespace hub;

namespace {

HubPage searchCivitai(const Civitai& site, const HubSearch& search, const CancelToken& cancel) {
    const CivitaiPage found = site.search(civitaiSearchOf(search), search.next, cancel);
    const auto here = fetchedModels();
    HubPage page;
    for (const CivitaiModel& model : found.models) {
        page.rows.push_back(rowOf(model));
        findOnDisk(page.rows.back(), here);
    }
    page.next = found.cursor;
    return page;
}

}  // namespace

HubPage searchHub(const HubSearch& search, const HfHub& huggingFace, const Civitai& civitai, const HfCache& cache,
                  const CancelToken& cancel) {
    if (search.site == HubSite::CivitAi) return searchCivitai(civitai, search, cancel);
    const HfPage found = search.next.empty() ? huggingFace.search(hfSearchOf(search), cancel)
                                             : huggingFace.nextPage(search.next, cancel);
    HubPage page;
    for (const RepoInfo& info : found.models) {
        HubRow row = rowOf(info, huggingFace.endpoint(), huggingFace.hasToken());
        // LoRAs and VAEs name what they are made for in their tags alone
        const bool isOther = !search.architecture.empty() && !row.architecture.empty() &&
                             search.kind != HubKind::Checkpoint && row.architecture != search.architecture;
        if (isOther) continue;
        findOnDisk(row, info, cache);
        page.rows.push_back(std::move(row));
    }
    page.next = found.next;
    return page;
}

}  // namespace segmoe
