// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the hubs offer, in every state, on models that are on no hub.
#include <QComboBox>
#include <QCoreApplication>
#include <QListView>

#include "app/studio/scenes.h"
#include "ui/bridge/sample_hub.h"
#include "ui/library/hub_filter_bar.h"
#include "ui/library/hub_results.h"
#include "ui/library/hub_view.h"
#include "ui/library/library_frame.h"
#include "ui/shell/navigator.h"
#include "ui/shell/page_stack.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

HubView& openHub(Scene& scene, HubSite site) {
    scene.window().showPage(PageId::Library);
    auto* page = static_cast<LibraryFrame*>(scene.window().pages().page(PageId::Library));
    page->showTab(site == HubSite::CivitAi ? LibraryFrame::Tab::CivitAi : LibraryFrame::Tab::HuggingFace);
    for (int i = 0; i < 4; ++i) QCoreApplication::sendPostedEvents();
    return page->hubs();
}

HubView& openFilled(Scene& scene, HubSite site, int row) {
    sample::fillHubs(scene.client().hub());
    HubView& view = openHub(scene, site);
    QListView& list = view.results(site).list();
    if (row >= 0) list.setCurrentIndex(list.model()->index(row, 0));
    view.results(site).lookAgain();
    for (int i = 0; i < 4; ++i) QCoreApplication::sendPostedEvents();
    return view;
}

SceneState troubled(const char* name, ErrorCode code, int wait) {
    return {name, [code, wait](Scene& scene) {
                scene.client().hub().trouble = HubTrouble{{code, "No answer.", "GET …"}, wait};
                openHub(scene, HubSite::CivitAi);
            }};
}

}  // namespace

std::vector<SceneState> hubScenes() {
    return {
        {"hub_results", [](Scene& scene) { openFilled(scene, HubSite::CivitAi, -1); }},
        {"hub_detail", [](Scene& scene) { openFilled(scene, HubSite::CivitAi, 0); }},
        {"hub_huggingface", [](Scene& scene) { openFilled(scene, HubSite::HuggingFace, 0); }},
        {"hub_login", [](Scene& scene) { openFilled(scene, HubSite::HuggingFace, 3); }},
        {"hub_all",
         [](Scene& scene) {
             scene.window().navigator().setMixArchitecture(u"sdxl"_s);
             openFilled(scene, HubSite::CivitAi, 2).results(HubSite::CivitAi).filters().showUnusable();
         }},
        {"hub_searching", [](Scene& scene) { openHub(scene, HubSite::CivitAi); }},
        {"hub_none",
         [](Scene& scene) {
             scene.client().hub().pages[HubSite::HuggingFace] = {};
             openHub(scene, HubSite::HuggingFace);
         }},
        {"hub_copy",
         [](Scene& scene) {
             sample::fillHubs(scene.client().hub());
             scene.client().hub().pages[HubSite::CivitAi].copiedAt = 1'767'000'000;
             openHub(scene, HubSite::CivitAi);
         }},
        troubled("hub_offline", ErrorCode::OfflineMissing, 0),
        troubled("hub_wait", ErrorCode::RateLimited, 42),
        troubled("hub_error", ErrorCode::Unreachable, 0),
    };
}
