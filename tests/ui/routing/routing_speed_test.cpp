// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// A record of more than 10⁵ lines stays fluid: prints how long each change of the view takes.
#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "tests/ui/routing/routing_stage.h"
#include "ui/routing/chart_tabs.h"
#include "ui/routing/image_area.h"
#include "ui/routing/layer_strip.h"
#include "ui/routing/routing_chart.h"
#include "ui/routing/routing_image_view.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

constexpr double kGoalMs = 100.0;
constexpr double kLooseMs = 1500.0;  ///< what the test insists on: machines that run it may be busy

}  // namespace

class RoutingSpeedTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RoutingStage> m_stage;

    /// Until the change is on the screen.
    template <class Change>
    void timed(const char* what, Change&& change) {
        QElapsedTimer clock;
        clock.start();
        change();
        QCoreApplication::processEvents();  // queued replots come with the event loop
        m_stage->page.grab();
        const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        qInfo("%-22s %7.1f ms%s", what, ms, ms > kGoalMs ? "  (goal 100)" : "");
        QVERIFY2(ms < kLooseMs, what);
    }

private Q_SLOTS:
    void initTestCase() {
        sample::CaptureSpec spec = sample::sdxlCapture();
        for (sample::CaptureSpec::Stage& stage : spec.stages) stage.grid = 16;
        spec.experts = {"a", "b", "c", "d", "e", "f", "g", "h"};
        spec.steps = 50;
        m_stage = std::make_unique<RoutingStage>();
        m_stage->render(spec);
        const RoutingModel& model = m_stage->page.controller().model();
        const int lines = model.steps() * model.trace().siteCount() * model.experts() * 2;
        qInfo("%d lines, %.0f MB", lines, static_cast<double>(captureBytes(*model.capture())) / 1e6);
        QVERIFY(lines > 100'000);
        m_stage->page.controller().setPlace(QRectF(0.5, 0.5, 0.0625, 0.0625));
        m_stage->page.grab();
    }
    void switchingCharts() {
        for (RoutingChart* chart : m_stage->page.charts().charts()) {
            const auto index =
                std::ranges::find(m_stage->page.charts().charts(), chart) - m_stage->page.charts().charts().begin();
            timed(qPrintable(chart->frame().title()),
                  [&] { m_stage->page.charts().show(static_cast<ChartTabs::Chart>(index)); });
        }
    }
    void movingThroughTheRun() {
        m_stage->page.charts().show(ChartTabs::Load);
        RoutingController& controller = m_stage->page.controller();
        timed("one step", [&] { controller.setStep(10); });
        timed("next step", [&] { controller.setStep(11); });
        timed("a step seen before", [&] { controller.setStep(10); });
        timed("all steps", [&] { controller.setStep(-1); });
        timed("one block", [&] { controller.selectBlock(20, false); });
        timed("applied or preferred", [&] { controller.setValue(ValueKind::Preferred); });
        timed("mean of kinds", [&] { controller.setKind(std::nullopt); });
        timed("one expert", [&] { controller.setExpert(3, true); });
        timed("table", [&] { m_stage->page.setTableShown(true); });
    }
    void theMeanOverAllStepsComesFromAnotherThread() {
        RoutingController& controller = m_stage->page.controller();
        controller.setBlocks({});
        controller.setKind(SiteKind::CrossQuery);
        controller.setValue(ValueKind::Preferred);
        controller.setShow(ShowMode::Winner);
        controller.setStep(7);
        QCoreApplication::processEvents();
        const QString before = m_stage->page.imageArea().view().overlay().caption;
        controller.setStep(-1);
        QVERIFY(controller.map().isEmpty() && controller.isComputing());
        QCoreApplication::sendPostedEvents();
        QTRY_VERIFY(!controller.isComputing());
        const RoutingModel& model = controller.model();
        const PlaceMap wanted = placeMap(model, model.sites(controller.selection()), model.span(-1),
                                         ValueKind::Preferred, controller.selection().half);
        QCOMPARE(controller.map().layers, wanted.layers);
        QVERIFY(controller.map().experts == wanted.experts);
        QTRY_VERIFY(m_stage->page.imageArea().view().overlay().caption != before);
        // The range over every step, too.
        controller.setStep(7);
        controller.setExpert(1, true);
        OverlayStyle style = m_stage->page.imageArea().overlayStyle();
        style.scale = HeatScale::WholeCapture;
        m_stage->page.imageArea().setOverlayStyle(style);
        QTRY_VERIFY(!controller.isComputing());
        QTRY_VERIFY(m_stage->page.imageArea().view().overlay().isNumeric());
        double low = 1.0;
        for (int step = 0; step < model.steps(); ++step) {
            const PlaceMap map = placeMap(model, model.sites(controller.selection()), model.span(step),
                                          ValueKind::Preferred, controller.selection().half);
            low = std::min<double>(low, std::ranges::min(map.experts[1]));
        }
        QTRY_COMPARE(m_stage->page.imageArea().view().overlay().low, low);
    }
    void hiddenChartsAreNotDrawn() {
        m_stage->page.setTableShown(false);
        m_stage->page.charts().show(ChartTabs::Load);
        RoutingChart* timeline = m_stage->page.charts().charts()[ChartTabs::Timeline];
        const QString before = timeline->frame().caption();
        m_stage->page.controller().setKind(SiteKind::FeedForward);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(timeline->frame().caption(), before);
        m_stage->page.charts().show(ChartTabs::Timeline);
        QVERIFY(timeline->frame().caption() != before);
    }
};

QTEST_MAIN(RoutingSpeedTest)
#include "routing_speed_test.moc"
