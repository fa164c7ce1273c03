// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/chart_tabs.h"

#include "tests/ui/routing/routing_stage.h"
#include "ui/routing/routing_chart.h"
#include "ui/widgets/custom_plot.h"

using namespace segmoe;
using namespace segmoe::ui;

namespace {

QStringList legendTexts(QWidget& chart) {
    QStringList texts;
    for (QCustomPlot* plot : chart.findChildren<QCustomPlot*>())
        for (QCPLayoutElement* element : plot->plotLayout()->elements(true))
            if (auto* item = qobject_cast<QCPPlottableLegendItem*>(element)) texts << item->plottable()->name();
    return texts;
}

}  // namespace

class ChartTabsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

private Q_SLOTS:
    void init() {
        m_stage = std::make_unique<RoutingStage>();
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->page));
        m_stage->render(sample::starterCapture());
    }
    void theChosenTabIsThereWhereTheRoomIsShort() {
        ChartTabs& charts = m_stage->page.charts();
        auto* bar = m_stage->find<QTabBar>("routing_chart_tabs");
        auto* more = m_stage->find<QToolButton>("routing_more_button");
        QVERIFY2(more->isVisible(), "everything fits: the window of this test is too wide");
        for (int chart = 0; chart < bar->count(); ++chart) {
            charts.show(static_cast<ChartTabs::Chart>(chart));
            const int least = bar->fontMetrics().horizontalAdvance(bar->tabText(chart));
            QVERIFY2(bar->tabRect(chart).width() >= least, qPrintable(bar->tabText(chart)));
            QTRY_VERIFY2(bar->rect().contains(bar->tabRect(chart)), qPrintable(bar->tabText(chart)));
        }
    }
    void aLegendNamesEveryCurveOnce() {
        for (const ChartTabs::Chart chart : {ChartTabs::Timeline, ChartTabs::Stability}) {
            m_stage->page.charts().show(chart);
            QStringList texts = legendTexts(m_stage->page.charts().current());
            QVERIFY(!texts.isEmpty());
            const qsizetype all = texts.size();
            texts.removeDuplicates();
            QCOMPARE(texts.size(), all);
        }
    }
};

QTEST_MAIN(ChartTabsTest)
#include "chart_tabs_test.moc"
