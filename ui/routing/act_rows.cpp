// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/act_rows.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "ui/routing/routing_controller.h"
#include "ui/routing/routing_words.h"
#include "ui/routing/rule_document.h"
#include "ui/widgets/expert_bar.h"
#include "ui/widgets/field.h"
#include "ui/widgets/letter_switch.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBiasStep = 0.1;
constexpr int kBiasTicks = 50;  ///< of 0.1 to each side

}  // namespace

ActRows::ActRows(Theme& theme, RoutingController& controller, RuleDocument& rules, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_controller(controller), m_rules(rules), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(4, 1);
    connect(&rules, &RuleDocument::changed, this, [this] {
        if (expertTitles(m_controller.model()) != m_titles) rebuild();
        showPlan();
    });
}

void ActRows::rebuild() {
    m_titles = m_controller.model().isEmpty() ? QStringList() : expertTitles(m_controller.model());
    m_rows.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (int expert = 0; expert < m_titles.size(); ++expert) addRow(expert);
}

void ActRows::addRow(int expert) {
    const QString letter(expertLetter(expert));
    const QString title = m_titles[expert];
    auto* chip = new LetterChip(m_theme, expert);
    chip->setToolTip(title);
    Row row{.mute = letterSwitch(tr("M"), u"routing_mute_%1_button"_s.arg(letter), tr("Mute %1").arg(title),
                                 tr("Mute: never choose expert %1 here (M)").arg(letter)),
            .solo = letterSwitch(tr("S"), u"routing_solo_%1_button"_s.arg(letter), tr("Solo %1").arg(title),
                                 tr("Solo: choose only %1 (S)").arg(letter)),
            .pin = letterSwitch(tr("P"), u"routing_pin_%1_button"_s.arg(letter), tr("Pin %1").arg(title),
                                tr("Pin: always among the chosen (P)")),
            .slider = new QSlider(Qt::Horizontal),
            .spin = new QDoubleSpinBox};
    const QString help =
        tr("Added to this expert's score before choosing, in units of the layer's own spread. 0 changes nothing.");
    nameControl(row.slider, u"routing_bias_%1_slider"_s.arg(letter), tr("Bias of %1").arg(title), help);
    nameControl(row.spin, u"routing_bias_%1_spin"_s.arg(letter), tr("Bias of %1").arg(title), help);
    row.slider->setRange(-kBiasTicks, kBiasTicks);
    row.slider->setMinimumWidth(20);
    row.spin->setRange(-kBiasTicks * kBiasStep, kBiasTicks * kBiasStep);
    row.spin->setSingleStep(kBiasStep);
    row.spin->setDecimals(1);
    row.spin->setKeyboardTracking(false);
    row.spin->setFixedWidth(fontMetrics().horizontalAdvance(u"-5.0"_s) + 40);
    m_grid->addWidget(chip, expert, 0);
    m_grid->addWidget(row.mute, expert, 1);
    m_grid->addWidget(row.solo, expert, 2);
    m_grid->addWidget(row.pin, expert, 3);
    m_grid->addWidget(row.slider, expert, 4);
    m_grid->addWidget(row.spin, expert, 5);
    const auto wire = [this, expert](QToolButton* button, RuleDocument::Switch which) {
        connect(button, &QToolButton::clicked, this, [this, expert, which](bool on) {
            Q_EMIT refused(m_rules.setSwitch(expert, which, on));
            showPlan();
        });
    };
    wire(row.mute, RuleDocument::Switch::Mute);
    wire(row.solo, RuleDocument::Switch::Solo);
    wire(row.pin, RuleDocument::Switch::Pin);
    connect(row.slider, &QSlider::valueChanged, this,
            [this, expert](int ticks) { m_rules.setBias(expert, ticks * kBiasStep); });
    connect(row.spin, &QDoubleSpinBox::valueChanged, this,
            [this, expert](double bias) { m_rules.setBias(expert, bias); });
    for (QWidget* each : std::initializer_list<QWidget*>{row.mute, row.solo, row.pin, row.slider}) {
        each->setProperty("expert", expert);
        each->installEventFilter(this);
    }
    m_rows.push_back(row);
}

void ActRows::focusFirst() {
    if (!m_rows.empty()) m_rows.front().mute->setFocus(Qt::OtherFocusReason);
}

void ActRows::showPlan() {
    const std::vector<ActSwitches>& all = m_rules.plan().draft.experts;
    for (std::size_t i = 0; i < m_rows.size() && i < all.size(); ++i) {
        const Row& row = m_rows[i];
        const QSignalBlocker blockers[] = {QSignalBlocker(row.slider), QSignalBlocker(row.spin)};
        row.mute->setChecked(all[i].mute);
        row.solo->setChecked(all[i].solo);
        row.pin->setChecked(all[i].pin);
        row.slider->setValue(qRound(all[i].bias / kBiasStep));
        row.spin->setValue(all[i].bias);
    }
}

bool ActRows::eventFilter(QObject* watched, QEvent* event) {
    const int expert = watched->property("expert").toInt();
    if (expert >= static_cast<int>(m_rows.size())) return QWidget::eventFilter(watched, event);
    const Row& row = m_rows[static_cast<std::size_t>(expert)];
    if (event->type() == QEvent::MouseButtonDblClick && watched == row.slider) {
        m_rules.setBias(expert, 0.0);
        return true;
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier) return QWidget::eventFilter(watched, event);
    switch (key->key()) {
        case Qt::Key_M: row.mute->click(); return true;
        case Qt::Key_S: row.solo->click(); return true;
        case Qt::Key_P: row.pin->click(); return true;
        case Qt::Key_0: m_rules.setBias(expert, 0.0); return true;
        default: return QWidget::eventFilter(watched, event);
    }
}

}  // namespace segmoe::ui
