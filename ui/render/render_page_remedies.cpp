// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// RenderPage: what is said of a failure, and what can be done about it.
#include <QFileInfo>

#include "ui/bridge/qt_convert.h"
#include "ui/queue/remedied_request.h"
#include "ui/render/failure_remedies.h"
#include "ui/render/forecast_watch.h"
#include "ui/render/model_chooser.h"
#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/shell/hub_remedies.h"
#include "ui/shell/navigator.h"
#include "ui/shell/studio_context.h"

namespace segmoe::ui {

void RenderPage::showFailure(const Failure& failure, const RenderRequest& request) {
    m_failed = request;
    const auto& forecast = m_forecast->last();
    m_result->showFailure(failure, remediesFor(failure.code, request, forecast ? toText(forecast->device) : QString()));
}

void RenderPage::chooseRemedy(Remedy remedy) { applyRemedy(remedy, m_failed, m_chooser->model()); }

void RenderPage::applyRemedy(Remedy remedy, const RenderRequest& failed, const QString& model) {
    if (leadToRemedy(m_context.navigator, remedy, {}, hubReferencesOf(failed))) return;
    RenderRequest request = m_form->request();
    request.width = failed.width;
    request.height = failed.height;
    if (const auto again = remediedRequest(request, remedy)) {
        m_form->setRequest(*again);
        return m_model ? enqueue(true) : m_chooser->choose(model);
    }
    if (remedy == Remedy::ChooseModel) m_chooser->openFile();
    if (remedy == Remedy::EditPrompt) m_form->focusPrompt();
    if (remedy == Remedy::SaveElsewhere) savePicture();
    if (remedy == Remedy::UseRecommended) m_form->useRecommended();
    if (remedy == Remedy::NativeSize) m_form->useNativeSize();
    Navigator& navigator = m_context.navigator;
    const QString name = QFileInfo(toText(failed.model)).completeBaseName();
    if (remedy == Remedy::FindModel) Q_EMIT navigator.modelSearchWanted(name);
    if (remedy == Remedy::FindOnline) Q_EMIT navigator.hubSearchWanted(name);
    // A mixture that is not saved is the one that is open there.
    if (remedy == Remedy::EditMix)
        failed.recipe ? Q_EMIT navigator.pageWanted(PageId::Mix) : Q_EMIT navigator.recipeWanted(toText(failed.model));
}

}  // namespace segmoe::ui
