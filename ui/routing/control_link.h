// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace segmoe::ui {

class ExpertControl;
class RoutingController;
class RuleDocument;

/// Keeps the act panel's plan and the expert control of the next render the same, as long as the shown capture is of
/// the mixture that is chosen on the Render page. A plan for another mixture is for its capture alone.
class ControlLink : public QObject {
    Q_OBJECT
public:
    ControlLink(ExpertControl& control, RoutingController& controller, RuleDocument& rules, QObject* parent = nullptr);

    /// Another capture is shown.
    void showCapture();
    bool isLinked() const;
    /// Nothing, or why a change of the plan does not reach the Render page.
    QString note() const;

Q_SIGNALS:
    void noteChanged();

private:
    void takeControl();
    void giveControl();

    ExpertControl& m_control;
    RoutingController& m_controller;
    RuleDocument& m_rules;
    bool m_isTaking = false;
};

}  // namespace segmoe::ui
