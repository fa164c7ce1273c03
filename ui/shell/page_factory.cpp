// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/page_factory.h"

#include "ui/bridge/engine_client.h"
#include "ui/gallery/gallery_actions.h"
#include "ui/gallery/gallery_page.h"
#include "ui/library/library_actions.h"
#include "ui/library/library_frame.h"
#include "ui/mix/mix_actions.h"
#include "ui/render/render_actions.h"
#include "ui/render/render_page.h"
#include "ui/routing/routing_actions.h"
#include "ui/routing/routing_page.h"
#include "ui/shell/settings_page.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

namespace {

struct Entry {
    PageId page;
    QWidget* (*make)(StudioContext& context, QWidget* parent);
};

QWidget* makeRenderPage(StudioContext& context, QWidget* parent) {
    auto* page = new RenderPage(context, parent);
    connectRenderActions(*page, context);
    return page;
}

QWidget* makeRoutingPage(StudioContext& context, QWidget* parent) {
    auto* page = new RoutingPage(context, parent);
    connectRoutingActions(*page, context);
    return page;
}

QWidget* makeLibraryPage(StudioContext& context, QWidget* parent) {
    auto* page = new LibraryFrame(context, parent);
    connectLibraryActions(*page, context);
    return page;
}

QWidget* makeGalleryPage(StudioContext& context, QWidget* parent) {
    auto* page = new GalleryPage(context, parent);
    connectGalleryActions(*page, context);
    return page;
}

// One line a page. A page that is not here does not appear in the window.
constexpr Entry kPages[] = {
    {PageId::Mix, makeMixPage},
    {PageId::Render, makeRenderPage},
    {PageId::Routing, makeRoutingPage},
    {PageId::Library, makeLibraryPage},
    {PageId::Gallery, makeGalleryPage},
    {PageId::Settings,
     [](StudioContext& context, QWidget* parent) -> QWidget* { return new SettingsPage(context, parent); }},
};

}  // namespace

std::vector<PageId> existingPages() {
    std::vector<PageId> pages;
    for (const Entry& entry : kPages) pages.push_back(entry.page);
    return pages;
}

QWidget* makePage(PageId page, StudioContext& context, QWidget* parent) {
    for (const Entry& entry : kPages)
        if (entry.page == page) return entry.make(context, parent);
    return nullptr;
}

}  // namespace segmoe::ui
