// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/expert_list.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/expert_bar.h"
#include "ui/widgets/field.h"
#include "ui/widgets/letter_switch.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidthForBars = 250;  ///< below it the names need the room; the percentages stay

}  // namespace

ExpertList::ExpertList(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this)) {
    setObjectName(u"render_routing_expert_panel"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 2);
}

void ExpertList::setExperts(const std::vector<std::string>& names) {
    if (names == m_names) return;
    m_names = names;
    m_rows.clear();
    m_others.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < names.size(); ++i) addRow(static_cast<int>(i), toText(names[i]));
    setLoads({});
}

void ExpertList::addRow(int expert, const QString& name) {
    const QString letter = expertLook(expert, m_theme.tokens()).letter;
    auto* label = new ElidedLabel;
    label->setText(name);
    Row row{.mute = letterSwitch(u"M"_s, u"render_routing_mute_%1_button"_s.arg(letter),
                                 tr("Mute expert %1, %2").arg(letter, name),
                                 tr("Mute: never choose expert %1 in the next render").arg(letter)),
            .solo = letterSwitch(u"S"_s, u"render_routing_solo_%1_button"_s.arg(letter),
                                 tr("Solo expert %1, %2").arg(letter, name),
                                 tr("Solo: choose only expert %1 in the next render").arg(letter)),
            .bar = new ExpertBar(m_theme, expert),
            .percent = new QLabel};
    row.bar->setObjectName(u"render_routing_load_%1_bar"_s.arg(letter));
    row.percent->setProperty("role", u"caption"_s);
    row.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.percent->setMinimumWidth(fontMetrics().horizontalAdvance(u"100 %"_s));
    m_grid->addWidget(new LetterChip(m_theme, expert), expert, 0);
    m_grid->addWidget(label, expert, 1);
    m_grid->addWidget(row.bar, expert, 2);
    m_grid->addWidget(row.percent, expert, 3);
    m_grid->addWidget(row.mute, expert, 4);
    m_grid->addWidget(row.solo, expert, 5);
    for (QToolButton* button : {row.mute, row.solo})
        connect(button, &QToolButton::clicked, this, &ExpertList::switched);
    m_rows.push_back(row);
}

void ExpertList::setLoads(const std::vector<double>& loads) {
    const double even = m_rows.empty() ? 0.0 : 1.0 / static_cast<double>(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool known = i < loads.size();
        m_rows[i].isKnown = known;
        m_rows[i].bar->setValue(known ? loads[i] : 0.0, known ? even : 0.0);
        const QString percent = known ? tr("%1 %").arg(QLocale().toString(loads[i] * 100.0, 'f', 0)) : QString();
        m_rows[i].percent->setText(percent);
        m_rows[i].bar->setAccessibleName(known ? tr("Load of expert %1: %2").arg(toText(m_names[i]), percent)
                                               : QString());
    }
    showBars();
}

void ExpertList::showBars() {
    const bool isWide = width() >= kWidthForBars;
    for (const Row& row : m_rows) row.bar->setVisible(row.isKnown && isWide);
    // An empty column would keep its share of the room.
    m_grid->setColumnStretch(2, isWide && !m_rows.empty() && m_rows.front().isKnown ? 3 : 0);
}

void ExpertList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showBars();
}

void ExpertList::switched() {
    auto* changed = qobject_cast<QToolButton*>(sender());
    int muted = 0;
    for (const Row& row : m_rows) {
        // An expert is muted or solo, never both: the switch pressed last wins.
        if (changed == row.mute && row.mute->isChecked()) row.solo->setChecked(false);
        if (changed == row.solo && row.solo->isChecked()) row.mute->setChecked(false);
        muted += row.mute->isChecked() ? 1 : 0;
    }
    // At least one expert must stay.
    if (changed && muted == static_cast<int>(m_rows.size())) changed->setChecked(false);
    Q_EMIT rulesEdited();
}

void ExpertList::setRules(const std::vector<RoutingRule>& rules) {
    m_others.clear();
    for (const Row& row : m_rows) {
        row.mute->setChecked(false);
        row.solo->setChecked(false);
    }
    for (const RoutingRule& rule : rules) {
        const bool isHere = rule.expert >= 0 && rule.expert < static_cast<int>(m_rows.size());
        QToolButton* button = isHere ? switchOf(rule) : nullptr;
        if (button)
            button->setChecked(true);
        else
            m_others.push_back(rule);
    }
}

QToolButton* ExpertList::switchOf(const RoutingRule& rule) const {
    if (rule.sites != SiteSelector() || rule.steps != StepRange()) return nullptr;
    const Row& row = m_rows[static_cast<std::size_t>(rule.expert)];
    if (rule.act == RoutingRule::Act::Mute) return row.mute;
    return rule.act == RoutingRule::Act::Solo ? row.solo : nullptr;
}

std::vector<RoutingRule> ExpertList::rules() const {
    std::vector<RoutingRule> rules = m_others;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].mute->isChecked())
            rules.push_back({.act = RoutingRule::Act::Mute, .expert = static_cast<int>(i), .sites = {}, .steps = {}});
        if (m_rows[i].solo->isChecked())
            rules.push_back({.act = RoutingRule::Act::Solo, .expert = static_cast<int>(i), .sites = {}, .steps = {}});
    }
    return rules;
}

}  // namespace segmoe::ui
