// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/routing_map_model.h"

#include <QtTest/QtTest>

#include "ui/bridge/sample_data.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

/// Two sites, three experts, two steps, k = 2; the numbers are chosen by hand.
RoutingTrace smallTrace() {
    RoutingTrace trace;
    trace.steps = 2;
    trace.k = 2;
    trace.sites = {"cross_kv", "D1.A0.T3.self"};
    trace.experts = {"a", "b", "c"};
    trace.timesteps = {900, 400};
    trace.chosen = {1, 0, /**/ 2, -1, /**/ 1, 2, /**/ 0, 1};
    trace.weights = {0.75F, 0.25F, /**/ 1.0F, 0.0F, /**/ 0.5F, 0.5F, /**/ 0.6F, 0.4F};
    trace.scores = {1, 2, 0, /**/ 0, 0, 3, /**/ 0, 4, 2, /**/ 5, 5, 5};
    return trace;
}

}  // namespace

class RoutingMapModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreTakenApart() {
        const SiteLabel self = parseSiteLabel("D1.A0.T3.self");
        QCOMPARE(self.block, u"D1.A0.T3"_s);
        QCOMPARE(self.stage, u"D1"_s);
        QVERIFY(self.kind == SiteKind::SelfAttention);
        QVERIFY(parseSiteLabel("U0.A1.T2.cross_q").kind == SiteKind::CrossQuery);
        QVERIFY(parseSiteLabel("U0.A1.T2.ff").kind == SiteKind::FeedForward);
        QVERIFY(parseSiteLabel("U0.A1.T2.cross_kv").block == u"U0.A1.T2"_s);
        QVERIFY(parseSiteLabel("cross_kv").kind == SiteKind::CrossKeyValue &&
                parseSiteLabel("cross_kv").block.isEmpty());
    }
    void valuesOfAStep() {
        RoutingMapModel model;
        model.setTrace(smallTrace());
        model.setView({.kind = {}, .step = 0, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.valueAt(0, 1), std::optional<double>(0.75));
        QCOMPARE(model.valueAt(0, 2), std::optional<double>());
        QCOMPARE(model.valueAt(1, 2), std::optional<double>(1.0));
        QVERIFY(model.isChosen(0, 1) && !model.isChosen(0, 2));
        model.setView({.kind = {}, .step = 5, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.valueAt(0, 0), std::optional<double>());
    }
    void valuesOverAllStepsAreShares() {
        RoutingMapModel model;
        model.setTrace(smallTrace());
        QCOMPARE(model.valueAt(0, 1), std::optional<double>(1.0));
        QCOMPARE(model.valueAt(0, 0), std::optional<double>(0.5));
        QCOMPARE(model.valueAt(0, 2), std::optional<double>(0.5));
    }
    void relativeScores() {
        RoutingMapModel model;
        model.setTrace(smallTrace());
        const double spread = std::sqrt(2.0 / 3.0);
        QVERIFY(std::abs(model.routing().relativeScore(0, 0, 1) - 1.0 / spread) < 1e-9);
        QVERIFY(std::abs(model.routing().relativeScore(0, 0, 0)) < 1e-9);
        QCOMPARE(model.routing().relativeScore(1, 1, 0), 0.0);  // equal scores: no lean
        model.setView({.kind = {}, .step = -1, .measure = RoutingMeasure::RelativeScore});
        const double mean = (0.0 - 2.0 / std::sqrt(8.0 / 3.0)) / 2.0;  // of {1, 2, 0} and {0, 4, 2}
        QVERIFY(std::abs(*model.valueAt(0, 0) - mean) < 1e-6);
    }
    void loadsSumToOne() {
        RoutingMapModel model;
        model.setTrace(smallTrace());
        const std::vector<double> all = model.load();
        QVERIFY(std::abs(all[0] + all[1] + all[2] - 1.0) < 1e-6);
        QVERIFY(std::abs(all[0] - (0.25 + 0.6) / 4.0) < 1e-6);
        model.setView({.kind = SiteKind::SelfAttention, .step = 0, .measure = RoutingMeasure::AppliedWeight});
        QVERIFY(std::abs(model.load()[2] - 1.0) < 1e-6);
    }
    void stepsGrowIntoTheWholeTrace() {
        RoutingMapModel model;
        for (int step = 0; step < 5; ++step) model.append(sample::routingStep(step, 5, 2));
        const RoutingTrace whole = sample::trace(5, 2);
        const RoutingTrace& grown = model.routing().trace();
        QCOMPARE(model.recordedSteps(), 5);
        QCOMPARE(model.plannedSteps(), 5);
        QVERIFY(grown.chosen == whole.chosen && grown.weights == whole.weights && grown.scores == whole.scores);
        model.append(sample::routingStep(0, 5, 2));  // the next picture
        QCOMPARE(model.recordedSteps(), 1);
        QCOMPARE(model.plannedSteps(), 5);
    }
    void modelKeepsItsContract() {
        RoutingMapModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        for (int step = 0; step < 3; ++step) model.append(sample::routingStep(step, 3, 2));
        QCOMPARE(model.rowCount(), 46);
        QCOMPARE(model.columnCount(), 4);
        model.setView({.kind = SiteKind::SelfAttention, .step = 2, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.rowCount(), 15);
        model.setView({.kind = SiteKind::CrossKeyValue, .step = 2, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.rowCount(), 1);
        model.setTrace({});
        QCOMPARE(model.rowCount(), 0);
    }
    void tableAndMapSayTheSame() {
        QLocale::setDefault(QLocale::c());
        RoutingMapModel model;
        model.setTrace(smallTrace());
        model.setView({.kind = {}, .step = 0, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.index(0, 1).data().toString(), u"0.75"_s);
        QCOMPARE(model.index(0, 2).data().toString(), QString());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"B"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), u"B b"_s);
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), u"D1.A0.T3.self"_s);
        QCOMPARE(model.describeCell(1, 2), u"D1.A0.T3 Self-attention · C c · 1.00 · step 1"_s);
        QCOMPARE(model.describeCell(1, 0), u"D1.A0.T3 Self-attention · A a · not chosen · step 1"_s);
        model.setView({.kind = {}, .step = -1, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(model.index(0, 0).data().toString(), u"50 %"_s);
    }
    void theTextPathIsOnTop() {
        RoutingTrace trace = smallTrace();
        std::swap(trace.sites[0], trace.sites[1]);
        RoutingMapModel model;
        model.setTrace(trace);
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"cross_kv"_s);
        QCOMPARE(model.sites(), (std::vector<int>{1, 0}));
    }
    void dataChangesWithTheStepWithoutAReset() {
        RoutingMapModel model;
        model.setTrace(smallTrace());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setView({.kind = {}, .step = 1, .measure = RoutingMeasure::AppliedWeight});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RoutingMapModelTest)
#include "routing_map_model_test.moc"
