// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/routing_policy.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;

class RoutingPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectorMatches_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("expected");
        QTest::newRow("all") << "all"
                             << "D1.A0.T3.self" << true;
        QTest::newRow("block") << "D1.*"
                               << "D1.A0.T3.self" << true;
        QTest::newRow("other block") << "D1.*"
                                     << "D2.A0.T3.self" << false;
        QTest::newRow("kind") << "*.ff"
                              << "U0.A1.T0.ff" << true;
        QTest::newRow("kind is a whole word") << "*.ff"
                                              << "U0.A1.T0.self" << false;
        QTest::newRow("list") << "D1.*, cross_kv"
                              << "cross_kv" << true;
        QTest::newRow("exact") << "U0.A1.T2.cross_q"
                               << "U0.A1.T2.cross_q" << true;
        QTest::newRow("stars") << "*.A1.*.self"
                               << "D2.A1.T9.self" << true;
    }
    void selectorMatches() {
        QFETCH(QString, pattern);
        QFETCH(QString, label);
        QFETCH(bool, expected);
        QCOMPARE(SiteSelector{pattern.toStdString()}.matches(label.toStdString()), expected);
    }

    void allMutedIsRefused() {
        RoutingPolicy policy;
        for (int e = 0; e < 3; ++e) policy.rules.push_back({RoutingRule::Act::Mute, e, 0.0, {}, {}});
        const Error error = test::expectError([&] { policy.validate(3); });
        QCOMPARE(error.code(), ErrorCode::RequestInvalid);
        policy.rules.pop_back();
        policy.validate(3);
    }

    void rangesAreChecked() {
        RoutingPolicy policy;
        policy.topK = 5;
        QCOMPARE(test::expectError([&] { policy.validate(4); }).code(), ErrorCode::RequestInvalid);
        policy.topK = 4;
        policy.validate(4);
        policy.rules.push_back({RoutingRule::Act::Pin, 4, 0.0, {}, {}});
        QVERIFY(QString::fromUtf8(test::expectError([&] { policy.validate(4); }).what()).contains("0 to 3"));
    }

    void stepRangeOfAShare() {
        const StepRange firstHalf{0.0, 0.5};
        QVERIFY(firstHalf.contains(0, 10));
        QVERIFY(firstHalf.contains(4, 10));
        QVERIFY(!firstHalf.contains(5, 10));
        QVERIFY(StepRange{}.contains(9, 10));
    }
};

QTEST_APPLESS_MAIN(RoutingPolicyTest)
#include "routing_policy_test.moc"
