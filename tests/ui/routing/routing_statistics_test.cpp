// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the Routing page computes, against the plainest loops over the record.
#include "ui/routing/routing_statistics.h"

#include <set>

#include <QtTest/QtTest>

#include "ui/bridge/sample_capture.h"
#include "ui/routing/place_maps.h"

using namespace Qt::StringLiterals;
using namespace segmoe;
using namespace segmoe::ui;

namespace {

CapturePtr captureOf(const sample::CaptureSpec& spec) {
    Capture capture;
    capture.id = u"test"_s;
    capture.image = sample::captured(spec);
    return std::make_shared<const Capture>(std::move(capture));
}

sample::CaptureSpec smallSpec(int k) {
    sample::CaptureSpec spec;
    spec.stages = {{"D0", 2, 1, 8}, {"M", 1, 1, 4, false}, {"U0", 3, 1, 4}};
    spec.experts = {"a", "b", "c"};
    spec.steps = 6;
    spec.k = k;
    spec.side = 32;
    return spec;
}

bool near(double a, double b, double tolerance = 1e-5) { return std::abs(a - b) <= tolerance; }

std::set<int> setOf(const RoutingTrace& trace, int step, int site) {
    std::set<int> set;
    for (int rank = 0; rank < trace.k; ++rank)
        if (trace.chosenAt(step, site, rank) >= 0) set.insert(trace.chosenAt(step, site, rank));
    return set;
}

}  // namespace

class RoutingStatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layoutComesFromTheRecord() {
        const RoutingModel model(captureOf(smallSpec(2)));
        const RoutingLayout& layout = model.layout();
        QCOMPARE(layout.blockCount(), 6);
        QCOMPARE(layout.blocks[0].label, u"D0.A0.T0"_s);
        QVERIFY(layout.blocks[1].isMixed() && !layout.blocks[2].isMixed());
        QCOMPARE(layout.kinds.size(), std::size_t{3});
        QCOMPARE(layout.textSites, std::vector<int>{0});
        QCOMPARE(layout.stageStarts(), (std::vector<int>{0, 2, 3}));
        QVERIFY(layout.stageOf(4) == std::make_pair(3, 6));
        QCOMPARE(model.sites({}).size(), std::size_t{15});
        QCOMPARE(model.sites({.blocks = {1}, .kind = SiteKind::FeedForward}),
                 std::vector<int>{layout.siteOf(1, SiteKind::FeedForward)});
    }
    void aTraceAloneHasChoicesButNoPreference() {
        Capture capture;
        capture.image.trace = sample::captured(smallSpec(2)).trace;
        const RoutingModel model(std::make_shared<const Capture>(capture));
        QVERIFY(!model.hasMeans() && !model.hasMaps());
        QVERIFY(model.weights(1, model.span(0), ValueKind::Preferred, GuidanceHalf::Prompt).empty());
        const auto applied = model.weights(1, model.span(0), ValueKind::Applied, GuidanceHalf::Prompt);
        QVERIFY(near(applied[0] + applied[1] + applied[2], 1.0));
        QCOMPARE(expertLoad(model, {}).weight.size(), std::size_t{3});
    }
    void loadCountsChoicesAndAveragesWeights() {
        const RoutingModel model(captureOf(smallSpec(2)));
        const RoutingTrace& trace = model.trace();
        for (int step : {-1, 3}) {
            const RoutingSelection selection{.half = GuidanceHalf::Mean, .step = step, .kind = SiteKind::CrossQuery};
            const ExpertLoad load = expertLoad(model, selection);
            std::vector<double> counts(3, 0.0), weights(3, 0.0);
            double total = 0.0, parts = 0.0;
            for (const SiteDetail& site : model.detail()->sites) {
                if (!QByteArray::fromStdString(site.label).endsWith(".cross_q")) continue;
                const int index = static_cast<int>(std::ranges::find(trace.sites, site.label) - trace.sites.begin());
                for (int s = 0; s < trace.steps; ++s) {
                    if (step >= 0 && s != step) continue;
                    for (int e : setOf(trace, s, index)) {
                        counts[static_cast<std::size_t>(e)] += 1.0;
                        total += 1.0;
                    }
                    for (std::size_t half : {0U, 1U}) {
                        parts += 1.0;
                        for (std::size_t e = 0; e < 3; ++e)
                            weights[e] += double(site.appliedMean[half][std::size_t(s) * 3 + e]);
                    }
                }
            }
            for (std::size_t e = 0; e < 3; ++e) {
                QVERIFY(near(load.choices[e], counts[e] / total));
                QVERIFY(near(load.weight[e], weights[e] / parts));
            }
        }
    }
    void entropyOfStepsAndBlocks() {
        const RoutingModel model(captureOf(smallSpec(2)));
        const RoutingSelection selection{.step = 2, .kind = SiteKind::FeedForward};
        const EntropyCurve steps = entropyOverSteps(model, selection);
        const EntropyCurve blocks = entropyOverBlocks(model, selection);
        double sum = 0.0, low = 2.0, high = -1.0;
        int count = 0;
        for (const SiteDetail& site : model.detail()->sites) {
            if (!QByteArray::fromStdString(site.label).endsWith(".ff")) continue;
            const double value = double(site.entropy[0][2]);
            sum += value;
            low = std::min(low, value);
            high = std::max(high, value);
            ++count;
        }
        QCOMPARE(count, 5);
        QVERIFY(near(steps.mean[2], sum / count) && near(steps.low[2], low) && near(steps.high[2], high));
        QCOMPARE(blocks.mean.size(), std::size_t{6});
        QVERIFY(std::isnan(blocks.mean[2]));  // the block that is not mixed
        QVERIFY(near(blocks.mean[0],
                     double(model.detailOf(model.layout().siteOf(0, SiteKind::FeedForward))->entropy[0][2])));
    }
    void pairsAreJaccardAndLift() {
        const RoutingModel model(captureOf(smallSpec(2)));
        const ExpertPairs pairs = expertPairs(model, {});
        QVERIFY(!pairs.changes && std::isnan(pairs.share.at(1, 1)));
        double both = 0, either = 0, a = 0, b = 0, all = 0;
        for (int step = 0; step < 6; ++step)
            for (int site = 1; site < model.trace().siteCount(); ++site) {
                const std::set<int> set = setOf(model.trace(), step, site);
                all += 1;
                a += double(set.count(0));
                b += double(set.count(2));
                both += set.count(0) && set.count(2) ? 1 : 0;
                either += set.count(0) || set.count(2) ? 1 : 0;
            }
        QVERIFY(either > 0 && near(pairs.share.at(0, 2), both / either) && near(pairs.share.at(2, 0), both / either));
        QVERIFY(near(pairs.lift.at(0, 2), (both / all) / ((a / all) * (b / all))));
    }
    void withOneExpertPairsAreChanges() {
        const RoutingModel model(captureOf(smallSpec(1)));
        const ExpertPairs pairs = expertPairs(model, {});
        QVERIFY(pairs.changes);
        int changes = 0, fromAToB = 0;
        for (int site = 1; site < model.trace().siteCount(); ++site)
            for (int step = 1; step < 6; ++step) {
                const int before = model.trace().chosenAt(step - 1, site, 0);
                const int now = model.trace().chosenAt(step, site, 0);
                changes += before != now ? 1 : 0;
                fromAToB += before == 0 && now == 1 ? 1 : 0;
            }
        QVERIFY(changes > 0);
        QCOMPARE(pairs.decisions, changes);
        QVERIFY(near(pairs.share.at(0, 1), double(fromAToB) / changes));
    }
    void stabilityComparesSets() {
        sample::CaptureSpec spec = smallSpec(2);
        spec.muted = 1;
        const RoutingModel model(captureOf(spec));
        const ChoiceStability stability = choiceStability(model, {});
        QCOMPARE(stability.agreement.back(), 1.0);
        QVERIFY(std::isnan(stability.flips[0]));
        double agree = 0, flips = 0, overridden = 0;
        for (int site = 1; site < model.trace().siteCount(); ++site) {
            agree += setOf(model.trace(), 2, site) == setOf(model.trace(), 5, site) ? 1 : 0;
            flips += setOf(model.trace(), 2, site) != setOf(model.trace(), 1, site) ? 1 : 0;
            const SiteDetail* detail = model.detailOf(site);
            const std::set<int> preferred{detail->preferredSet[4], detail->preferredSet[5]};
            overridden += preferred != setOf(model.trace(), 2, site) ? 1 : 0;
        }
        QVERIFY(near(stability.agreement[2], agree / 15) && near(stability.flips[2], flips / 15));
        QVERIFY(overridden > 0 && near(stability.overrides[2], overridden / 15));
    }
    void timelineOfOneExpert() {
        const RoutingModel model(captureOf(smallSpec(2)));
        const RoutingSelection selection{.kind = SiteKind::SelfAttention, .expert = 1};
        const Matrix timeline = expertTimeline(model, selection);
        const auto first = firstChoices(model, selection);
        for (int block = 0; block < 6; ++block) {
            const int site = model.layout().siteOf(block, SiteKind::SelfAttention);
            for (int step = 0; step < 6; ++step) {
                QCOMPARE(first[std::size_t(block)][std::size_t(step)],
                         site < 0 ? -1 : model.trace().chosenAt(step, site, 0));
                const bool chosen = site >= 0 && setOf(model.trace(), step, site).count(1) > 0;
                QCOMPARE(std::isnan(timeline.at(block, step)), !chosen);
                if (chosen)
                    QVERIFY(near(timeline.at(block, step),
                                 double(model.detailOf(site)->appliedMean[0][std::size_t(step) * 3 + 1])));
            }
        }
    }
    void changeIsSecondMinusFirst() {
        const RoutingModel first(captureOf(smallSpec(2)));
        sample::CaptureSpec spec = smallSpec(2);
        spec.muted = 1;
        const RoutingModel second(captureOf(spec));
        QVERIFY(areComparable(*first.capture(), *second.capture()));
        const RoutingSelection selection{.expert = 1};
        const LoadChange change = loadChange(first, second, selection);
        QVERIFY(near(change.weight[1], -expertLoad(first, selection).weight[1]));
        QVERIFY(near(change.weight[0] + change.weight[1] + change.weight[2], 0.0));
        QVERIFY(std::isnan(change.timeline.at(2, 0)));
        QVERIFY(change.timeline.at(0, 0) <= 0.0);
    }
};

QTEST_GUILESS_MAIN(RoutingStatisticsTest)
#include "routing_statistics_test.moc"
