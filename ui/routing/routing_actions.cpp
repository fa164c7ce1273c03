// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_actions.h"

#include <QToolButton>

#include "ui/routing/capture_bar.h"
#include "ui/routing/export_menu.h"
#include "ui/routing/image_area.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_page.h"
#include "ui/routing/step_bar.h"
#include "ui/shell/action_table.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

namespace {

constexpr int kManySteps = 5;
constexpr int kOpacityStep = 5;
constexpr int kExpertKeys = 8;

}  // namespace

void connectRoutingActions(RoutingPage& page, StudioContext& context) {
    ActionTable& actions = context.actions;
    actions.addToView(&page);
    const auto on = [&](ActionId id, auto&& act) {
        QObject::connect(actions.action(id), &QAction::triggered, &page, act);
    };
    RoutingController& controller = page.controller();
    ImageArea& image = page.imageArea();
    StepBar& steps = image.steps();
    on(ActionId::RoutingOpen, [&page] { page.openFileDialog(); });
    on(ActionId::RoutingRerender, [&page] { page.renderAgain(); });
    on(ActionId::RoutingExport, [&page] {
        QToolButton* button = page.bar().exportButton();
        page.exports().popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    on(ActionId::RoutingStepBack, [&steps] { steps.moveBy(-1); });
    on(ActionId::RoutingStepForward, [&steps] { steps.moveBy(1); });
    on(ActionId::RoutingStepsBack, [&steps] { steps.moveBy(-kManySteps); });
    on(ActionId::RoutingStepsForward, [&steps] { steps.moveBy(kManySteps); });
    on(ActionId::RoutingFirstStep, [&steps] { steps.moveTo(0); });
    on(ActionId::RoutingLastStep, [&steps, &controller] { steps.moveTo(controller.model().steps() - 1); });
    on(ActionId::RoutingPlay, [&steps] { steps.togglePlay(); });
    on(ActionId::RoutingAllSteps, [&steps] { steps.toggleAll(); });
    on(ActionId::RoutingValue, [&page] { page.bar().nextValue(); });
    on(ActionId::RoutingHalf, [&page] { page.bar().nextHalf(); });
    on(ActionId::RoutingKind, [&image] { image.nextKind(); });
    on(ActionId::RoutingWinner, [&controller] { controller.setShow(ShowMode::Winner); });
    on(ActionId::RoutingOneExpert, [&controller] { controller.setShow(ShowMode::OneExpert); });
    on(ActionId::RoutingUncertainty, [&controller] { controller.setShow(ShowMode::Uncertainty); });
    on(ActionId::RoutingDifference, [&controller] { controller.setShow(ShowMode::LayerDifference); });
    on(ActionId::RoutingHide, [&controller] {
        controller.setShow(controller.selection().show == ShowMode::Nothing ? ShowMode::Winner : ShowMode::Nothing);
    });
    on(ActionId::RoutingOpacityDown, [&image] { image.changeOpacity(-kOpacityStep); });
    on(ActionId::RoutingOpacityUp, [&image] { image.changeOpacity(kOpacityStep); });
    on(ActionId::RoutingFit, [&image] { image.view().fit(); });
    on(ActionId::RoutingActual, [&image] { image.view().actualSize(); });
    on(ActionId::RoutingClear, [&controller] { controller.clearOne(); });
    for (int expert = 0; expert < kExpertKeys; ++expert)
        on(static_cast<ActionId>(static_cast<int>(ActionId::RoutingExpert1) + expert),
           [&controller, expert] { controller.setExpert(expert, true); });
    actions.onPage(ActionId::EditUndo, &page, [&page] { page.rules().undoStack().undo(); });
    actions.onPage(ActionId::EditRedo, &page, [&page] { page.rules().undoStack().redo(); });
    actions.onPage(ActionId::EditCopyPicture, &page, [&page] { page.copyPlot(); });
    QAction* table = actions.action(ActionId::ViewTable);
    actions.onPage(ActionId::ViewTable, &page, [&page, table] { page.setTableShown(table->isChecked()); });
    QObject::connect(&page, &RoutingPage::tableShownChanged, table, &QAction::setChecked);
}

}  // namespace segmoe::ui
