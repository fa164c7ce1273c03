// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_actions.h"

#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/routing/routing_panel.h"
#include "ui/shell/action_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

namespace {

void connectTriggers(RenderPage& page, ActionTable& actions) {
    const auto on = [&](ActionId id, auto&& act) {
        QObject::connect(actions.action(id), &QAction::triggered, &page, act);
    };
    on(ActionId::FileOpenModel, [&page] { page.chooser().openFile(); });
    on(ActionId::FileOpenFolder, [&page] { page.chooser().openFolder(); });
    on(ActionId::FileSavePicture, [&page] { page.savePicture(); });
    on(ActionId::RenderStart, [&page] { page.startRender(); });
    on(ActionId::RenderCancel, [&page] { page.cancelRender(); });
    on(ActionId::RenderEscape, [&page] { page.cancelRender(); });
    on(ActionId::RenderSwapSize, [&page] { page.form().swapSize(); });
    on(ActionId::RenderFocusPrompt, [&page] { page.form().focusPrompt(); });
    actions.onPage(ActionId::EditCopyPicture, &page, [&page] { page.result().copyPicture(); });
    actions.onPage(ActionId::ViewFit, &page, [&page] { page.result().view().fit(); });
    actions.onPage(ActionId::ViewActual, &page, [&page] { page.result().view().actualSize(); });
    QAction* table = actions.action(ActionId::ViewTable);
    actions.onPage(ActionId::ViewTable, &page, [&page, table] { page.routing().setTableShown(table->isChecked()); });
    QObject::connect(&page.routing(), &RoutingPanel::tableShownChanged, table, &QAction::setChecked);
}

void followState(RenderPage& page, ActionTable& actions) {
    for (ActionId id :
         {ActionId::RenderCancel, ActionId::RenderEscape, ActionId::FileSavePicture, ActionId::EditCopyPicture})
        actions.setAvailable(id, false);
    QObject::connect(&page, &RenderPage::sessionStateChanged, &actions, [&actions](RenderSession::State state) {
        actions.setAvailable(ActionId::RenderStart, state == RenderSession::State::Idle);
        for (ActionId id : {ActionId::RenderCancel, ActionId::RenderEscape})
            actions.setAvailable(id, state == RenderSession::State::Running);
    });
    QObject::connect(&page, &RenderPage::pictureAvailable, &actions, [&actions](bool available) {
        for (ActionId id : {ActionId::FileSavePicture, ActionId::EditCopyPicture}) actions.setAvailable(id, available);
    });
}

}  // namespace

void connectRenderActions(RenderPage& page, StudioContext& context) {
    connectTriggers(page, context.actions);
    followState(page, context.actions);
    QObject::connect(&page, &RenderPage::message, &context.navigator, &Navigator::message);
    QObject::connect(&context.navigator, &Navigator::modelWanted, &page, &RenderPage::openModel);
    QObject::connect(&context.navigator, &Navigator::windowClosing, &page, [&page] {
        page.rememberState();
        page.cancelRender();
    });
}

}  // namespace segmoe::ui
