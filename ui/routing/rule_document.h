// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QUndoStack>

#include "ui/routing/act_rule.h"

namespace segmoe::ui {

/// The plan of the act panel with undo: every change is one step, changes of one bias in a row are one. The kept rules
/// are the rows of the list.
class RuleDocument : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Switch { Mute, Solo, Pin };

    explicit RuleDocument(QObject* parent = nullptr);

    const ActPlan& plan() const { return m_plan; }
    QUndoStack& undoStack() { return m_undo; }
    /// A mixture with other experts, another k or another number of steps: starts anew when experts or k differ.
    void setMixture(int experts, int k, int steps);
    int experts() const { return m_experts; }
    int steps() const { return m_steps; }
    int k() const { return m_k; }

    /// Empty, or the sentence why it was refused.
    QString setSwitch(int expert, Switch which, bool on);
    void setBias(int expert, double bias);
    void setScope(const ActScope& scope);
    void setForcedK(int k);
    /// Keeps the switches as a rule and starts another. Refused above 32 rules.
    QString keepDraft();
    void removeRule(int row);
    /// A kept rule becomes the switches again; what they held is kept in its turn.
    void takeRule(int row);
    void reset();
    /// Replaces everything, as one step: rules of a mixture.
    void setPlan(const ActPlan& plan, const QString& text);
    /// "k falls to 1 here", or nothing.
    QString note() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    friend class PlanCommand;
    void apply(const ActPlan& plan);
    void push(const ActPlan& plan, const QString& text, int mergeId = -1);

    ActPlan m_plan;
    QUndoStack m_undo;
    int m_experts = 0;
    int m_k = 1;
    int m_steps = 0;
};

}  // namespace segmoe::ui
