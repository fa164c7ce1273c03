// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// RenderPage: the routing panel, and what the Routing page shares: the expert control and the request of the form.
#include <optional>
#include <utility>

#include "ui/render/render_page.h"
#include "ui/render/request_form.h"
#include "ui/render/result_pane.h"
#include "ui/render/seed_field.h"
#include "ui/render/start_bar.h"
#include "ui/routing/expert_control.h"
#include "ui/routing/routing_panel.h"

namespace segmoe::ui {

void RenderPage::connectRouting() {
    connect(&m_session, &RenderSession::routingStep, this, [this](const RoutingStep& step) {
        if (step.step == 0) m_routing->beginRun();
        m_routing->addStep(step);
    });
    connect(m_result, &ResultPane::pictureShown, this, [this](const PicturePtr& picture) {
        if (!m_session.isBusy() && picture) m_routing->showTrace(picture->image.trace);
    });
    connect(m_form, &RequestForm::edited, this, &RenderPage::shareControl);
    connect(m_routing, &RoutingPanel::rulesEdited, this,
            [this] { m_control.set(m_routing->rules(), m_form->routing().topK); });
    connect(&m_control, &ExpertControl::changed, this, [this] {
        RoutingPolicy routing = m_form->routing();
        if (routing.rules == m_control.rules() && routing.topK == m_control.topK()) return;
        if (m_described) m_controlledBy = m_described->experts;
        routing.rules = m_control.rules();
        routing.topK = m_control.topK();
        m_form->setRouting(routing);
    });
    m_control.setRequestSource([this]() -> std::optional<RenderRequest> {
        if (!m_bar->isReady()) return std::nullopt;
        return compose(currentRequest(), m_form->seedField().mode()).requests.front();
    });
    shareControl();
}

void RenderPage::shareControl() {
    const RoutingPolicy routing = m_form->routing();
    // Rules that came with a whole request belong to the model that comes with it.
    if (routing.rules != m_control.rules()) m_controlledBy.reset();
    m_routing->setRules(routing.rules);
    m_control.set(routing.rules, routing.topK);
}

/// What was switched for the experts of one mixture means nothing for those of another.
void RenderPage::dropForeignControl(const ModelSummary& summary) {
    const auto of = std::exchange(m_controlledBy, std::nullopt);
    if (!of) return;
    if (*of == summary.experts)
        m_controlledBy = of;
    else
        m_control.set({}, m_form->routing().topK);
}

}  // namespace segmoe::ui
