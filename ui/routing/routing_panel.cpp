// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/compact_combo.h"
#include "ui/widgets/custom_plot.h"

#include "ui/bridge/qt_convert.h"
#include "ui/routing/expert_list.h"
#include "ui/routing/routing_map_plot.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPlayInterval = 250;
constexpr int kAnyKind = -1;

}  // namespace

RoutingPanel::RoutingPanel(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_tableButton(new QToolButton),
      m_body(new QWidget),
      m_kind(new CompactCombo(5)),
      m_measure(new CompactCombo(5)),
      m_stack(new QStackedWidget),
      m_plot(new RoutingMapPlot(theme, m_mapModel)),
      m_table(new QTableView),
      m_empty(new QLabel),
      m_readout(new ElidedLabel),
      m_play(new QToolButton),
      m_slider(new QSlider(Qt::Horizontal)),
      m_stepLabel(new QLabel),
      m_allSteps(new QCheckBox),
      m_caption(new QLabel),
      m_experts(new ExpertList(theme)),
      m_rulesNote(new QLabel) {
    setObjectName(u"render_routing_panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* title = new QLabel(tr("Routing"));
    title->setProperty("role", u"heading"_s);
    nameControl(m_tableButton, u"render_routing_table_button"_s, tr("Table instead of plot"),
                tr("Table instead of plot (Ctrl+T)"));
    m_tableButton->setCheckable(true);
    QSizePolicy keepsItsPlace = m_tableButton->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_tableButton->setSizePolicy(keepsItsPlace);
    theme.bindIcon(m_tableButton, u"table"_s);
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_allSteps, 1);
    choices->addWidget(m_tableButton);
    auto* header = new WrapLayout(6, 4);
    header->add(title, 1);
    header->add(choices);

    m_empty->setObjectName(u"render_routing_empty_label"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", u"hint"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(header);
    column->addWidget(m_empty, 1);
    column->addWidget(m_body, 1);
    column->addWidget(m_rulesNote);
    column->addWidget(m_experts);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    buildFilters();
    buildMap(theme);
    buildSteps(theme);
    m_caption->setObjectName(u"render_routing_caption_label"_s);
    m_caption->setProperty("role", u"caption"_s);
    m_caption->setWordWrap(true);
    body->addWidget(m_caption);
    m_rulesNote->setObjectName(u"render_routing_rules_label"_s);
    m_rulesNote->setProperty("role", u"caption"_s);
    m_rulesNote->setText(tr("M mutes, S solos an expert in the next render."));
    m_rulesNote->setWordWrap(true);
    connectControls();
    connect(&theme, &Theme::changed, this, &RoutingPanel::showPlay);
    updateEmptyState();
}

void RoutingPanel::buildFilters() {
    nameControl(m_kind, u"render_routing_kind_combo"_s, tr("Kind of layer"), tr("Which layers are shown."));
    nameControl(m_measure, u"render_routing_value_combo"_s, tr("Value"),
                tr("Applied weight: used after the choice. Relative score: how much each layer leaned to an expert "
                   "before choosing."));
    m_kind->addItem(tr("All layers"), kAnyKind);
    for (SiteKind kind :
         {SiteKind::SelfAttention, SiteKind::CrossQuery, SiteKind::FeedForward, SiteKind::CrossKeyValue})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_measure->addItem(tr("Applied weight"), static_cast<int>(RoutingMeasure::AppliedWeight));
    m_measure->addItem(tr("Relative score"), static_cast<int>(RoutingMeasure::RelativeScore));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QComboBox* combo : {m_kind, m_measure}) row->addWidget(combo, 1);
    static_cast<QVBoxLayout*>(m_body->layout())->addLayout(row);
}

void RoutingPanel::buildMap(Theme&) {
    nameControl(m_table, u"render_routing_map_table"_s, tr("Routing table"));
    m_table->setModel(&m_mapModel);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setTabKeyNavigation(false);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    m_readout->setObjectName(u"render_routing_readout_label"_s);
    m_readout->setProperty("role", u"caption"_s);
    auto* body = static_cast<QVBoxLayout*>(m_body->layout());
    body->addWidget(m_stack, 1);
    body->addWidget(m_readout);
}

void RoutingPanel::buildSteps(Theme& theme) {
    nameControl(m_play, u"render_routing_play_button"_s, tr("Play steps"), tr("Play the steps one after another"));
    nameControl(m_slider, u"render_routing_step_slider"_s, tr("Step"),
                tr("Sampling step; left is noise, right is detail."));
    nameControl(m_allSteps, u"render_routing_step_all_check"_s, tr("All steps"), tr("Show the mean over all steps."));
    m_allSteps->setText(tr("All steps"));
    m_play->setCheckable(true);
    m_slider->setLayoutDirection(Qt::LeftToRight);  // steps run like time in the plots
    m_slider->setPageStep(5);
    m_slider->setMinimumWidth(60);
    m_stepLabel->setObjectName(u"render_routing_step_label"_s);
    m_stepLabel->setProperty("role", u"caption"_s);
    theme.bindIcon(m_play, u"play"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_stepLabel);
    static_cast<QVBoxLayout*>(m_body->layout())->addLayout(row);
}

void RoutingPanel::connectControls() {
    m_playTimer.setInterval(kPlayInterval);
    connect(&m_playTimer, &QTimer::timeout, this, &RoutingPanel::playNext);
    connect(m_play, &QToolButton::toggled, this, [this](bool playing) {
        if (playing && m_slider->value() == m_slider->maximum()) m_slider->setValue(0);
        playing ? m_playTimer.start() : m_playTimer.stop();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        m_follow = step == m_slider->maximum();
        applyView();
    });
    connect(m_allSteps, &QCheckBox::toggled, this, [this](bool all) {
        if (all) m_play->setChecked(false);
        applyView();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RoutingPanel::applyView);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        m_measureChosen = true;
        applyView();
    });
    connect(m_tableButton, &QToolButton::toggled, this, &RoutingPanel::setTableShown);
    connect(m_experts, &ExpertList::rulesEdited, this, [this] {
        m_rules = m_experts->rules();
        Q_EMIT rulesEdited();
    });
    connect(m_plot, &RoutingMapPlot::cellPointed, this,
            [this](int row, int expert) { m_readout->setText(m_mapModel.describeCell(row, expert)); });
    connect(m_plot, &RoutingMapPlot::nothingPointed, this, &RoutingPanel::updateTexts);
}

void RoutingPanel::setModel(const ModelSummary& model) {
    m_summary = model;
    setExperts(model.experts);
    if (m_mapModel.routing().trace().experts != model.experts) m_mapModel.setTrace({});
    updateStepControls();
    updateEmptyState();
}

void RoutingPanel::beginRun() {
    m_play->setChecked(false);
    m_follow = true;
    m_mapModel.setTrace({});
    updateStepControls();
    updateEmptyState();
}

void RoutingPanel::addStep(const RoutingStep& step) {
    m_mapModel.append(step);
    setExperts(step.record.experts);
    updateStepControls();
    updateEmptyState();
}

void RoutingPanel::showTrace(const RoutingTrace& trace) {
    m_follow = true;
    m_mapModel.setTrace(trace);
    if (!trace.empty()) setExperts(trace.experts);
    updateStepControls();
    updateEmptyState();
}

void RoutingPanel::setTableShown(bool shown) {
    m_tableButton->setChecked(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : m_plot);
    Q_EMIT tableShownChanged(shown);
}

bool RoutingPanel::isTableShown() const { return m_tableButton->isChecked(); }

void RoutingPanel::setExperts(const std::vector<std::string>& names) {
    m_experts->setExperts(names);
    m_experts->setRules(m_rules);
}

void RoutingPanel::setRules(const std::vector<RoutingRule>& rules) {
    m_rules = rules;
    m_experts->setRules(rules);
}

void RoutingPanel::updateStepControls() {
    const int recorded = m_mapModel.recordedSteps();
    {
        const QSignalBlocker blocker(m_slider);
        m_slider->setRange(0, std::max(0, recorded - 1));
        if (m_follow) m_slider->setValue(m_slider->maximum());
    }
    applyView();
}

void RoutingPanel::chooseMeasure() {
    if (m_measureChosen || m_mapModel.isEmpty()) return;
    // With one active expert every applied weight is 1: the score before the choice says more.
    const RoutingMeasure telling =
        m_mapModel.routing().k() == 1 ? RoutingMeasure::RelativeScore : RoutingMeasure::AppliedWeight;
    const QSignalBlocker blocker(m_measure);
    m_measure->setCurrentIndex(m_measure->findData(static_cast<int>(telling)));
}

void RoutingPanel::applyView() {
    chooseMeasure();
    const int kind = m_kind->currentData().toInt();
    RoutingView view;
    if (kind != kAnyKind) view.kind = static_cast<SiteKind>(kind);
    view.step = m_allSteps->isChecked() ? -1 : m_slider->value();
    view.measure = static_cast<RoutingMeasure>(m_measure->currentData().toInt());
    m_mapModel.setView(view);
    const bool single = !m_allSteps->isChecked();
    m_slider->setEnabled(single && m_mapModel.recordedSteps() > 1);
    showPlay();
    updateTexts();
}

void RoutingPanel::showPlay() {
    const bool moves = m_theme.motionMs() > 0;
    if (!moves) m_play->setChecked(false);
    m_play->setEnabled(moves && m_slider->isEnabled());
    m_play->setToolTip(moves ? tr("Play the steps one after another")
                             : tr("Off because the settings reduce motion. The arrow keys go step by step."));
}

void RoutingPanel::updateTexts() {
    m_stepLabel->setText(
        m_mapModel.isEmpty() ? QString() : tr("%1 / %2").arg(m_slider->value() + 1).arg(m_mapModel.plannedSteps()));
    m_experts->setLoads(m_mapModel.isEmpty() ? std::vector<double>{} : m_mapModel.load());
    m_caption->setText(caption());
    m_readout->setText(tr("Point at a cell to read it."));
    tellPainted(m_plot->plot(), caption());
}

QString RoutingPanel::caption() const {
    if (m_mapModel.isEmpty()) return {};
    const int layers = m_mapModel.rowCount();
    const bool all = m_allSteps->isChecked();
    const QString step = all ? tr("mean of %n step(s)", "", m_mapModel.recordedSteps())
                             : tr("step %1 of %2").arg(m_slider->value() + 1).arg(m_mapModel.plannedSteps());
    if (m_mapModel.view().measure == RoutingMeasure::RelativeScore)
        return tr("Scores before the choice in %n layer input(s), %1; a dot marks the chosen expert. Bars: mean "
                  "applied weight.",
                  "", layers)
            .arg(step);
    if (m_mapModel.routing().k() == 1 && !all)
        return tr("%n layer input(s), %1. With one active expert the applied weight is the same everywhere; the "
                  "relative score shows "
                  "what each layer would have picked.",
                  "", layers)
            .arg(step);
    return tr("%n layer input(s), %1; one choice per layer and step. Bars: mean applied weight.", "", layers).arg(step);
}

void RoutingPanel::updateEmptyState() {
    const bool mixture = m_summary && m_summary->architecture.isMixture;
    const bool filled = !m_mapModel.isEmpty();
    m_body->setVisible(filled);
    m_tableButton->setVisible(filled);
    m_allSteps->setVisible(filled);
    m_empty->setVisible(!filled);
    m_experts->setVisible(filled || mixture);
    m_rulesNote->setVisible(filled || mixture);
    if (m_summary && !mixture) {
        m_empty->setText(
            tr("%1 is one model without experts, so there is nothing to route.").arg(toText(m_summary->name)));
    } else {
        m_empty->setText(
            tr("Nothing recorded yet. Render a picture to see which expert each layer chooses at each step."));
    }
}

void RoutingPanel::playNext() {
    if (m_slider->value() < m_slider->maximum())
        m_slider->setValue(m_slider->value() + 1);
    else
        m_play->setChecked(false);
}

}  // namespace segmoe::ui
