// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_decision.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using moe::controlsAt;
using moe::decide;
using moe::DecisionControls;
using Act = RoutingRule::Act;
using Ints = std::vector<int>;

namespace {

/// Controls of a policy with the given rules at a self-attention site of a 4-expert mixture.
DecisionControls controlsOf(std::vector<RoutingRule> rules, int topK = 0, int step = 0) {
    RoutingPolicy policy;
    policy.rules = std::move(rules);
    policy.topK = topK;
    return controlsAt(policy, SiteKind::SelfAttention, "D1.A0.T0.self_q", "D1.A0.T0.self", step, 10, 4, 2);
}

RoutingRule rule(Act act, int expert, double bias = 0.0, const char* sites = "all", StepRange steps = {}) {
    return {act, expert, bias, {sites}, steps};
}

const std::vector<float> kScores = {0.10F, 0.40F, 0.30F, 0.20F};

}  // namespace

class RoutingDecisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scriptedGate_data() {
        QTest::addColumn<QList<int>>("expected");
        QTest::addColumn<int>("row");
        const char* names[] = {
            "top 2",       "k override 1",   "k override 4",  "mute the best",        "mute two, k 4",
            "solo",        "solo two",       "pin the worst", "pin two of k 1",       "pin a muted one",
            "bias lifts",  "bias too small", "negative bias", "rule of another site", "rule of another step",
            "merged label"};
        const QList<QList<int>> expected = {{1, 2}, {1},    {1, 2, 3, 0}, {2, 3}, {1, 3}, {0},    {2, 0}, {0, 1},
                                            {3},    {1, 2}, {0, 1},       {1, 2}, {2, 3}, {1, 2}, {1, 2}, {2, 3}};
        for (int i = 0; i < expected.size(); ++i) QTest::newRow(names[i]) << expected[i] << i;
    }
    void scriptedGate() {
        QFETCH(QList<int>, expected);
        QFETCH(int, row);
        // z-scores of kScores: -1.342, 1.342, 0.447, -0.447
        const DecisionControls controls[] = {
            controlsOf({}),
            controlsOf({}, 1),
            controlsOf({}, 4),
            controlsOf({rule(Act::Mute, 1)}),
            controlsOf({rule(Act::Mute, 0), rule(Act::Mute, 2)}, 4),
            controlsOf({rule(Act::Solo, 0)}),
            controlsOf({rule(Act::Solo, 0), rule(Act::Solo, 2)}, 4),
            controlsOf({rule(Act::Pin, 0)}),
            controlsOf({rule(Act::Pin, 3), rule(Act::Pin, 0)}, 1),
            controlsOf({rule(Act::Pin, 0), rule(Act::Mute, 0)}),
            controlsOf({rule(Act::Bias, 0, 2.7)}),
            controlsOf({rule(Act::Bias, 0, 1.7)}),
            controlsOf({rule(Act::Bias, 1, -1.9)}),
            controlsOf({rule(Act::Mute, 1, 0.0, "*.ff")}),
            controlsOf({rule(Act::Mute, 1, 0.0, "all", {0.5, 1.0})}),
            controlsOf({rule(Act::Mute, 1, 0.0, "D1.A0.T0.self")}),
        };
        const moe::RoutingDecision decision = decide(kScores, controls[row]);
        QCOMPARE(QList<int>(decision.chosen.begin(), decision.chosen.end()), expected);
        QCOMPARE(decision.scores, kScores);
    }

    void preferredIgnoresTheControls() {
        const moe::RoutingDecision decision = decide(kScores, controlsOf({rule(Act::Solo, 0)}));
        QCOMPARE(decision.chosen, (Ints{0}));
        QCOMPARE(decision.preferred, (Ints{1, 2}));
    }

    void tiesGoToTheLowerIndex() {
        const std::vector<float> equal(4, 0.25F);
        QCOMPARE(decide(equal, controlsOf({}, 3)).chosen, (Ints{0, 1, 2}));
        const std::vector<float> pair = {0.1F, 0.7F, 0.2F, 0.7F};
        QCOMPARE(decide(pair, controlsOf({}, 1)).chosen, (Ints{1}));
        // with equal scores the spread is zero: a bias still decides, and stays finite
        QCOMPARE(decide(equal, controlsOf({rule(Act::Bias, 3, 0.5)}, 2)).chosen, (Ints{3, 0}));
    }

    void biasOfZeroLeavesTheOrderExact() {
        // these two differ by one unit in the last place, which z-scores in float would lose
        const std::vector<float> close = {1000.0F, std::nextafter(1000.0F, 2000.0F), -5000.0F, 0.0F};
        QCOMPARE(decide(close, controlsOf({rule(Act::Bias, 0, 0.0)}, 1)).chosen, (Ints{1}));
    }

    void topKPerKindWinsOverTopK() {
        RoutingPolicy policy;
        policy.topK = 3;
        policy.topKPerKind[SiteKind::FeedForward] = 1;
        QCOMPARE(controlsAt(policy, SiteKind::FeedForward, "D1.A0.T0.ff", "D1.A0.T0.ff", 0, 1, 4, 2).k, 1);
        QCOMPARE(controlsAt(policy, SiteKind::SelfAttention, "D1.A0.T0.self", "D1.A0.T0.self", 0, 1, 4, 2).k, 3);
    }

    void nothingLeftIsAnError() {
        QCOMPARE(test::expectError([] {
                     decide(kScores, controlsOf({rule(Act::Solo, 0), rule(Act::Mute, 0)}));
                 }).code(),
                 ErrorCode::RequestInvalid);
    }

    void rulesOfLaterStepsWake() {
        const std::vector<RoutingRule> rules = {rule(Act::Mute, 1, 0.0, "all", {0.5, 1.0})};
        QCOMPARE(decide(kScores, controlsOf(rules, 1, 4)).chosen, (Ints{1}));
        QCOMPARE(decide(kScores, controlsOf(rules, 1, 5)).chosen, (Ints{2}));
    }
};

QTEST_APPLESS_MAIN(RoutingDecisionTest)
#include "routing_decision_test.moc"
