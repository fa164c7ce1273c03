// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The grids of the render page.
#include "ui/bridge/mix_client.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/known_models.h"
#include "ui/render/forecast_watch.h"
#include "ui/render/grid_dialog.h"
#include "ui/render/grid_runner.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/result_pane.h"
#include "ui/shell/studio_context.h"
#include "ui/widgets/mime_kinds.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

void RenderPage::openGrid() {
    if (!m_model) return;
    const RenderRequest form = currentRequest();
    const QString model = toText(form.model);
    if (form.recipe || fileKind(model) != FileKind::Recipe) return showGrid(form);
    // A grid over gate prompts needs the recipe itself.
    MixClient& client = m_context.engine.mix();
    const quint64 wanted = client.newId();
    auto* question = new QObject(this);
    connect(&client, &MixClient::recipeRead, question,
            [this, question, form, wanted](quint64 id, const RecipeText& text) {
                if (id != wanted) return;
                question->deleteLater();
                RenderRequest base = form;
                if (text.mistakes.empty()) base.recipe = std::make_shared<const MixRecipe>(text.recipe);
                showGrid(base);
            });
    client.readFile(wanted, model);
}

void RenderPage::showGrid(const RenderRequest& base) {
    if (!m_model) return;
    auto* dialog = new GridDialog(base, *m_model, {m_chooser->models(), m_known->paths(ModelRole::Vae)},
                                  m_forecast->last() ? m_forecast->last()->seconds : -1.0, window());
    connect(dialog, &GridDialog::accepted, this, [this, dialog] {
        GridPlan plan = dialog->plan();
        // The file itself is rendered unless its gates change.
        if (plan.x != GridAxis::Gate && plan.y != GridAxis::Gate) plan.base.recipe = m_chooser->recipe();
        auto* runner = new GridRunner(
            m_context.queue, m_context.pictures, std::move(plan),
            [this](const RenderRequest& cell) { return compose(cell, SeedMode::Fixed).requests.front(); }, this);
        connect(runner, &GridRunner::gridDone, m_result, &ResultPane::addPicture);
        runner->start();
        tellMissing(compose(currentRequest(), SeedMode::Fixed));
    });
    dialog->open();
}

}  // namespace segmoe::ui
