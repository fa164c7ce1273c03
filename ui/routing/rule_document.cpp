// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/rule_document.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QUndoCommand>

#include "ui/routing/routing_words.h"

namespace segmoe::ui {

namespace {

constexpr int kUndoLimit = 100;
constexpr int kMostRules = 32;
constexpr double kMostBias = 5.0;

int count(const std::vector<ActSwitches>& experts, bool ActSwitches::*which) {
    return static_cast<int>(std::ranges::count_if(experts, [which](const ActSwitches& each) { return each.*which; }));
}

}  // namespace

/// Remembers the plan before and after: it is small.
class PlanCommand : public QUndoCommand {
public:
    PlanCommand(RuleDocument& document, ActPlan after, const QString& text, int mergeId)
        : QUndoCommand(text),
          m_document(document),
          m_before(document.plan()),
          m_after(std::move(after)),
          m_id(mergeId) {}

    void undo() override { m_document.apply(m_before); }
    void redo() override { m_document.apply(m_after); }
    int id() const override { return m_id; }
    bool mergeWith(const QUndoCommand* other) override {
        if (other->id() != m_id) return false;
        m_after = static_cast<const PlanCommand*>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    RuleDocument& m_document;
    ActPlan m_before;
    ActPlan m_after;
    int m_id;
};

RuleDocument::RuleDocument(QObject* parent) : QAbstractListModel(parent) { m_undo.setUndoLimit(kUndoLimit); }

void RuleDocument::setMixture(int experts, int k, int steps) {
    m_steps = steps;
    if (experts == m_experts && k == m_k) {
        Q_EMIT changed();
        return;
    }
    m_experts = experts;
    m_k = k;
    m_undo.clear();
    ActPlan plan;
    plan.draft.experts.resize(static_cast<std::size_t>(experts));
    apply(plan);
}

void RuleDocument::apply(const ActPlan& plan) {
    const bool rows = plan.rules != m_plan.rules;
    if (rows) beginResetModel();
    m_plan = plan;
    if (rows) endResetModel();
    Q_EMIT changed();
}

void RuleDocument::push(const ActPlan& plan, const QString& text, int mergeId) {
    if (plan == m_plan) return;
    m_undo.push(new PlanCommand(*this, plan, text, mergeId));
}

QString RuleDocument::setSwitch(int expert, Switch which, bool on) {
    ActPlan plan = m_plan;
    std::vector<ActSwitches>& all = plan.draft.experts;
    ActSwitches& one = all[static_cast<std::size_t>(expert)];
    const QString letter(expertLetter(expert));
    QString text;
    switch (which) {
        case Switch::Mute:
            one.mute = on;
            // Muted is never chosen, pinned always: the switch pressed last wins.
            if (on) one.pin = one.solo = false;
            if (count(all, &ActSwitches::mute) == m_experts) return tr("At least one expert must stay.");
            text = tr("mute of %1").arg(letter);
            break;
        case Switch::Solo:
            one.solo = on;
            if (on) one.mute = false;
            text = tr("solo of %1").arg(letter);
            break;
        case Switch::Pin:
            one.pin = on;
            if (on) one.mute = false;
            if (count(all, &ActSwitches::pin) > (m_plan.forcedK > 0 ? m_plan.forcedK : m_k))
                return tr("Only %n expert(s) can be pinned.", "", m_plan.forcedK > 0 ? m_plan.forcedK : m_k);
            text = tr("pin of %1").arg(letter);
            break;
    }
    push(plan, text);
    return {};
}

void RuleDocument::setBias(int expert, double bias) {
    ActPlan plan = m_plan;
    const double rounded = std::round(std::clamp(bias, -kMostBias, kMostBias) * 10.0) / 10.0;
    plan.draft.experts[static_cast<std::size_t>(expert)].bias = rounded == 0.0 ? 0.0 : rounded;
    push(plan, tr("bias of %1").arg(QString(expertLetter(expert))), expert);
}

void RuleDocument::setScope(const ActScope& scope) {
    ActPlan plan = m_plan;
    plan.draft.scope = scope;
    push(plan, tr("scope of the rule"), 1000);
}

void RuleDocument::setForcedK(int k) {
    ActPlan plan = m_plan;
    plan.forcedK = k;
    push(plan, tr("active experts"), 1001);
}

QString RuleDocument::keepDraft() {
    if (m_plan.draft.isNeutral()) return {};
    if (static_cast<int>(m_plan.rules.size()) >= kMostRules)
        return tr("At most %n rule(s) are possible.", "", kMostRules);
    ActPlan plan = m_plan;
    plan.rules.push_back(plan.draft);
    plan.draft = {};
    plan.draft.experts.resize(static_cast<std::size_t>(m_experts));
    push(plan, tr("add rule"));
    return {};
}

void RuleDocument::removeRule(int row) {
    if (row < 0 || row >= rowCount()) return;
    ActPlan plan = m_plan;
    plan.rules.erase(plan.rules.begin() + row);
    push(plan, tr("remove rule"));
}

void RuleDocument::takeRule(int row) {
    if (row < 0 || row >= rowCount()) return;
    ActPlan plan = m_plan;
    const auto place = plan.rules.begin() + row;
    ActRule taken = *place;
    plan.rules.erase(place);
    if (!plan.draft.isNeutral()) plan.rules.push_back(plan.draft);
    plan.draft = std::move(taken);
    push(plan, tr("change rule"));
}

void RuleDocument::reset() {
    ActPlan plan;
    plan.draft.experts.resize(static_cast<std::size_t>(m_experts));
    push(plan, tr("reset"));
}

void RuleDocument::setPlan(const ActPlan& plan, const QString& text) { push(plan, text); }

QString RuleDocument::note() const {
    const std::vector<ActSwitches>& all = m_plan.draft.experts;
    const int solos = count(all, &ActSwitches::solo);
    const int allowed = solos > 0 ? solos : m_experts - count(all, &ActSwitches::mute);
    const int k = m_plan.forcedK > 0 ? m_plan.forcedK : m_k;
    QStringList notes;
    if (m_experts > 0 && allowed < k) notes << tr("k falls to %1 here.").arg(allowed);
    if (m_plan.draft.scope.kind == SiteKind::CrossKeyValue && !m_plan.draft.isNeutral())
        notes << tr("The text path is chosen once: layers and steps do not matter to it.");
    return notes.join(u' ');
}

int RuleDocument::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_plan.rules.size());
}

QVariant RuleDocument::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return m_plan.rules[static_cast<std::size_t>(index.row())].text(m_steps);
    return {};
}

}  // namespace segmoe::ui
