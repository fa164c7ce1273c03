// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/control_link.h"

#include <QScopedValueRollback>

#include "ui/routing/expert_control.h"
#include "ui/routing/plan_of_rules.h"
#include "ui/routing/routing_controller.h"
#include "ui/routing/rule_document.h"

namespace segmoe::ui {

ControlLink::ControlLink(ExpertControl& control, RoutingController& controller, RuleDocument& rules, QObject* parent)
    : QObject(parent), m_control(control), m_controller(controller), m_rules(rules) {
    connect(&control, &ExpertControl::changed, this, &ControlLink::takeControl);
    connect(&control, &ExpertControl::mixtureChanged, this, [this] {
        takeControl();
        Q_EMIT noteChanged();
    });
    connect(&rules, &RuleDocument::changed, this, &ControlLink::giveControl);
}

bool ControlLink::isLinked() const {
    const CapturePtr& capture = m_controller.model().capture();
    return capture && m_control.isFor(capture->request);
}

QString ControlLink::note() const {
    const bool isApart = m_control.hasMixture() && m_controller.model().capture() && !isLinked();
    return isApart ? tr("For this capture only: another mixture is chosen on the Render page.") : QString();
}

void ControlLink::showCapture() {
    {
        const QScopedValueRollback guard(m_isTaking, true);
        const RoutingModel& model = m_controller.model();
        m_rules.setMixture(model.experts(), model.k(), model.steps());
    }
    takeControl();
    Q_EMIT noteChanged();
}

void ControlLink::takeControl() {
    if (m_isTaking || !isLinked()) return;
    const int steps = m_rules.steps();
    const RoutingPolicy own = m_rules.plan().policy({}, steps);
    if (own.rules == m_control.rules() && own.topK == m_control.topK()) return;
    const QScopedValueRollback guard(m_isTaking, true);
    m_rules.setPlan(planOfRules(m_control.rules(), m_control.topK(), m_rules.experts(), steps),
                    tr("expert control of the Render page"));
}

void ControlLink::giveControl() {
    if (m_isTaking || !isLinked()) return;
    const RoutingPolicy own = m_rules.plan().policy({}, m_rules.steps());
    m_control.set(own.rules, own.topK);
}

}  // namespace segmoe::ui
