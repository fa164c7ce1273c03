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
    using QTabBar::QTabBar;
    using QTabBar::tabSizeHint;
};

}  // namespace

ChartTabs::ChartTabs(Theme& theme, RoutingController& controller, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_controller(controller),
      m_bar(new ChartTabBar(this)),
      m_more(new QToolButton(this)),
      m_stack(new QStackedWidget(this)) {
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
    addTab<PlaceChart>();
    addTab<ChoiceTimeline>();
    addTab<LoadChart>();
    addTab<EntropyChart>();
    addTab<PairsChart>();
    addTab<StabilityChart>();
    addTab<SpreadChart>();
    addTab<ChangeChart>();
    show(Load);
    const auto showCurrent = [this] {
        m_stack->setCurrentWidget(&current());
        fitTabs();
        Q_EMIT tableShownChanged(isTableShown());
    };
    connect(m_bar, &QTabBar::currentChanged, this, showCurrent);
    showCurrent();
}

template <class Kind>
void ChartTabs::addTab() {
    const int index = m_bar->addTab(Kind::chartTitle());
    m_makers.emplace_back([this] { return new Kind(m_theme, m_controller, m_stack); });
    m_charts.push_back(nullptr);
    QAction* action = m_more->menu()->addAction(Kind::chartTitle());
    connect(action, &QAction::triggered, this, [this, index] { show(static_cast<Chart>(index)); });
}

RoutingChart& ChartTabs::chart(std::size_t index) {
    if (m_charts[index]) return *m_charts[index];
    RoutingChart* chart = m_charts[index] = m_makers[index]();
    m_stack->addWidget(chart);
    chart->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chart, &QWidget::customContextMenuRequested, this,
            [this, chart](QPoint at) { Q_EMIT menuWanted(chart, chart->mapToGlobal(at)); });
    connect(chart, &RoutingChart::mapsWanted, this, &ChartTabs::mapsWanted);
    connect(&chart->frame(), &PlotFrame::exportRequested, this, [this, chart] { Q_EMIT exportWanted(chart); });
    connect(&chart->frame(), &PlotFrame::tableShownChanged, this, [this, chart](bool shown) {
        if (chart == &current()) Q_EMIT tableShownChanged(shown);
    });
    // Qt puts what comes later behind everything else of the window.
    QWidget* before = m_more;
    for (QWidget* part : chart->findChildren<QWidget*>()) {
        if (!(part->focusPolicy() & Qt::TabFocus)) continue;
        setTabOrder(before, part);
        before = part;
    }
    return *chart;
}

const std::vector<RoutingChart*>& ChartTabs::charts() {
    for (std::size_t index = 0; index < m_charts.size(); ++index) chart(index);
    return m_charts;
}

RoutingChart& ChartTabs::current() { return chart(static_cast<std::size_t>(m_bar->currentIndex())); }

ChartTabs::Chart ChartTabs::currentIndex() const { return static_cast<Chart>(m_bar->currentIndex()); }

void ChartTabs::show(Chart chart) { m_bar->setCurrentIndex(chart); }

void ChartTabs::setTableShown(bool shown) { current().frame().setTableShown(shown); }

bool ChartTabs::isTableShown() { return current().frame().isTableShown(); }

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
