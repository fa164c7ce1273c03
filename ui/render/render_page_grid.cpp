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

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kRecipeQuestion = quint64{1} << 62;  // far from the ids that the Mix page counts

}  // namespace

void RenderPage::openGrid() {
    if (!m_model) return;
    const RenderRequest form = currentRequest();
    const QString model = toText(form.model);
    const bool isRecipeFile = !form.recipe && (model.endsWith(".yaml"_L1, Qt::CaseInsensitive) ||
                                               model.endsWith(".yml"_L1, Qt::CaseInsensitive));
    if (!isRecipeFile) return showGrid(form);
    // A grid over gate prompts needs the recipe itself.
    auto* question = new QObject(this);
    connect(&m_context.engine.mix(), &MixClient::recipeRead, question,
            [this, question, form](quint64 id, const RecipeText& text) {
                if (id != kRecipeQuestion) return;
                question->deleteLater();
                RenderRequest base = form;
                if (text.mistakes.empty()) base.recipe = std::make_shared<const MixRecipe>(text.recipe);
                showGrid(base);
            });
    m_context.engine.mix().readFile(kRecipeQuestion, model);
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
