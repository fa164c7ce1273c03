// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/render_actions.h"

#include "ui/queue/job_queue.h"
#include "ui/render/model_chooser.h"
#include "ui/render/preview_view.h"
#include "ui/render/recall_controller.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/shell/action_table.h"
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
    on(ActionId::RenderFirst, [&page] { page.startFirst(); });
    on(ActionId::RenderCancel, [&page] { page.cancelRender(); });
    on(ActionId::RenderEscape, [&page] { page.cancelRender(); });
    on(ActionId::RenderSkip, [&page] { page.skipPicture(); });
    on(ActionId::RenderImportImage, [&page] { page.recall().import(); });
    on(ActionId::RenderOpenRouting, [&page] { page.openRouting(); });
    on(ActionId::RenderSwapSize, [&page] { page.form().swapSize(); });
    on(ActionId::RenderFocusPrompt, [&page] { page.form().focusPrompt(); });
    actions.onPage(ActionId::EditCopyPicture, &page, [&page] { page.result().copyPicture(); });
    actions.onPage(ActionId::ViewFit, &page, [&page] { page.result().view().fit(); });
    actions.onPage(ActionId::ViewActual, &page, [&page] { page.result().view().actualSize(); });
}

void connectQueue(RenderPage& page, ActionTable& actions, JobQueue& queue) {
    const auto on = [&](ActionId id, auto&& act) {
        QObject::connect(actions.action(id), &QAction::triggered, &queue, act);
    };
    on(ActionId::RenderCancelWaiting, [&queue] { queue.cancelAllWaiting(); });
    on(ActionId::RenderPause, [&queue](bool paused) { paused ? queue.pause() : queue.resume(); });
    QObject::connect(&queue, &JobQueue::pausedChanged, actions.action(ActionId::RenderPause), &QAction::setChecked);
    const auto follow = [&actions, &queue] {
        actions.setAvailable(ActionId::RenderCancelWaiting, queue.waitingCount() > 0);
        actions.setAvailable(ActionId::RenderSkip, queue.canSkipPicture());
    };
    QObject::connect(&queue, &JobQueue::rowsChanged, &page, follow);
    QObject::connect(&queue, &JobQueue::changed, &page, follow);
    follow();
}

void followState(RenderPage& page, ActionTable& actions) {
    constexpr ActionId kOfPicture[] = {ActionId::FileSavePicture, ActionId::EditCopyPicture,
                                       ActionId::RenderOpenRouting};
    for (ActionId id : {ActionId::RenderCancel, ActionId::RenderEscape}) actions.setAvailable(id, false);
    for (ActionId id : kOfPicture) actions.setAvailable(id, false);
    QObject::connect(&page, &RenderPage::sessionStateChanged, &actions, [&actions, &page] {
        const RenderSession::State state = page.session().state();
        const bool running = page.session().isBusy() && state != RenderSession::State::Cancelling;
        for (ActionId id : {ActionId::RenderCancel, ActionId::RenderEscape}) actions.setAvailable(id, running);
    });
    QObject::connect(&page, &RenderPage::pictureAvailable, &actions, [&actions, kOfPicture](bool available) {
        for (ActionId id : kOfPicture) actions.setAvailable(id, available);
    });
}

}  // namespace

void connectRenderActions(RenderPage& page, StudioContext& context) {
    connectTriggers(page, context.actions);
    connectQueue(page, context.actions, context.queue);
    followState(page, context.actions);
}

}  // namespace segmoe::ui
