// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/chart_tabs.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include "ui/routing/change_chart.h"
#include "ui/routing/choice_timeline.h"
#include "ui/routing/entropy_chart.h"
#include "ui/routing/load_chart.h"
#include "ui/routing/pairs_chart.h"
#include "ui/routing/place_chart.h"
#include "ui/routing/spread_chart.h"
#include "ui/routing/stability_chart.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastCharts = 224;

/// Tells how wide its tabs want to be.
class ChartTabBar : public QTabBar {
public:
    using QTabBar::tabSizeHint;
};

}  // namespace

ChartTabs::ChartTabs(Theme& theme, RoutingController& controller, QWidget* parent)
    : QWidget(parent), m_bar(new ChartTabBar), m_more(new QToolButton), m_stack(new QStackedWidget) {
    nameControl(m_bar, u"routing_chart_tabs"_s, tr("Charts"));
    nameControl(m_more, u"routing_more_button"_s, tr("More charts"), tr("Charts that have no room beside the others"));
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setDrawBase(false);
    m_more->setText(tr("More"));
    m_bar->setMinimumWidth(60);  // what does not fit is under More
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(4);
    bar->addWidget(m_bar);
    bar->addWidget(m_more);
    bar->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addStrut(kLeastCharts);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    addChart(new PlaceChart(theme, controller));
    addChart(new ChoiceTimeline(theme, controller));
    addChart(new LoadChart(theme, controller));
    addChart(new EntropyChart(theme, controller));
    addChart(new PairsChart(theme, controller));
    addChart(new StabilityChart(theme, controller));
    addChart(new SpreadChart(theme, controller));
    addChart(new ChangeChart(theme, controller));
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        fitTabs();
        Q_EMIT tableShownChanged(isTableShown());
    });
    show(Load);
}

void ChartTabs::addChart(RoutingChart* chart) {
    const int index = m_bar->addTab(chart->frame().title());
    m_stack->addWidget(chart);
    m_charts.push_back(chart);
    QAction* action = m_more->menu()->addAction(chart->frame().title());
    connect(action, &QAction::triggered, this, [this, index] { show(static_cast<Chart>(index)); });
    connect(chart, &RoutingChart::mapsWanted, this, &ChartTabs::mapsWanted);
    connect(&chart->frame(), &PlotFrame::exportRequested, this, [this, chart] { Q_EMIT exportWanted(chart); });
    connect(&chart->frame(), &PlotFrame::tableShownChanged, this, [this, chart](bool shown) {
        if (chart == &current()) Q_EMIT tableShownChanged(shown);
    });
}

RoutingChart& ChartTabs::current() const { return *m_charts[static_cast<std::size_t>(m_bar->currentIndex())]; }

ChartTabs::Chart ChartTabs::currentIndex() const { return static_cast<Chart>(m_bar->currentIndex()); }

void ChartTabs::show(Chart chart) { m_bar->setCurrentIndex(chart); }

void ChartTabs::setTableShown(bool shown) { current().frame().setTableShown(shown); }

bool ChartTabs::isTableShown() const { return current().frame().isTableShown(); }

int ChartTabs::tabWidth(int index) const { return static_cast<const ChartTabBar*>(m_bar)->tabSizeHint(index).width(); }

void ChartTabs::fitTabs() {
    int all = 0;
    for (int i = 0; i < m_bar->count(); ++i) all += tabWidth(i);
    const bool fits = all <= width();
    m_more->setMinimumWidth(m_more->minimumSizeHint().width());
    // The chosen tab is always there; the others take what room is left, first come first.
    int free =
        width() -
        (fits ? 0 : std::max(m_more->sizeHint().width(), m_more->minimumWidth()) + 4 + tabWidth(m_bar->currentIndex()));
    for (int i = 0; i < m_bar->count(); ++i) {
        const bool current = i == m_bar->currentIndex();
        const bool shown = fits || current || tabWidth(i) <= free;
        if (shown && !current) free -= tabWidth(i);
        // Only when it changes: Qt 6.4 forgets to lay the bar out when the last call changes nothing.
        if (m_bar->isTabVisible(i) != shown) m_bar->setTabVisible(i, shown);
        m_more->menu()->actions()[i]->setVisible(!shown);
    }
    m_bar->updateGeometry();
    m_more->setVisible(!fits);
}

void ChartTabs::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTabs();
}

}  // namespace segmoe::ui
