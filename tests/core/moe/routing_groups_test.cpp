// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/moe/routing_groups.h"

#include <QtTest/QtTest>

#include "tests/support/test_support.h"

using namespace segmoe;
using moe::RowGroup;
using moe::rowGroups;
using Groups = std::vector<RowGroup>;

class RoutingGroupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // two pictures with guidance: rows 0, 1 negative, 2, 3 positive
    void batchIsOneGroup() {
        QCOMPARE(rowGroups(RoutingGroup::Batch, false, 4, 2, 2), (Groups{{{0, 1, 2, 3}, {0, 1, 2, 3}}}));
    }
    void imageJoinsBothHalves() {
        QCOMPARE(rowGroups(RoutingGroup::Image, false, 4, 2, 2), (Groups{{{0, 2}, {0, 2}}, {{1, 3}, {1, 3}}}));
    }
    void halfJoinsPictures() {
        QCOMPARE(rowGroups(RoutingGroup::Half, false, 4, 2, 2), (Groups{{{0, 1}, {0, 1}}, {{2, 3}, {2, 3}}}));
    }
    void sampleIsAlone() {
        QCOMPARE(rowGroups(RoutingGroup::Sample, false, 2, 1, 1), (Groups{{{0}, {0}}, {{1}, {1}}}));
    }

    void conditionalRowsScore() {
        QCOMPARE(rowGroups(RoutingGroup::Batch, true, 4, 2, 2), (Groups{{{0, 1, 2, 3}, {2, 3}}}));
        QCOMPARE(rowGroups(RoutingGroup::Image, true, 4, 2, 2), (Groups{{{0, 2}, {2}}, {{1, 3}, {3}}}));
        QCOMPARE(rowGroups(RoutingGroup::Half, true, 4, 2, 2), (Groups{{{0, 1}, {2, 3}}, {{2, 3}, {2, 3}}}));
        QCOMPARE(rowGroups(RoutingGroup::Sample, true, 4, 2, 2),
                 (Groups{{{0}, {2}}, {{1}, {3}}, {{2}, {2}}, {{3}, {3}}}));
    }

    void oneHalfAlone() {
        // guidance in two passes: the negative half has nobody to take a score from
        QCOMPARE(rowGroups(RoutingGroup::Batch, true, 1, 1, 1), (Groups{{{0}, {0}}}));
        QCOMPARE(rowGroups(RoutingGroup::Image, true, 2, 0, 2), (Groups{{{0}, {0}}, {{1}, {1}}}));
    }

    void countsThatDoNotFit() {
        QCOMPARE(test::expectError([] { rowGroups(RoutingGroup::Batch, false, 3, 1, 2); }).code(),
                 ErrorCode::InternalError);
        QCOMPARE(test::expectError([] { rowGroups(RoutingGroup::Batch, false, 2, 3, 1); }).code(),
                 ErrorCode::InternalError);
    }
};

QTEST_APPLESS_MAIN(RoutingGroupsTest)
#include "routing_groups_test.moc"
