// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/speed_limit.h"

#include <QtTest/QtTest>

#include "tests/core/hub/fake_clock.h"

using namespace segmoe;
using namespace segmoe::hub;
using namespace segmoe::test;

class SpeedLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesTakeTheirTime() {
        FakeClock clock;
        SpeedLimit limit(clock);
        const auto start = clock.now();
        limit.take(1'000'000, {});
        QCOMPARE(clock.now() - start, std::chrono::steady_clock::duration(0));
        limit.set(500'000);
        limit.take(1'000'000, {});
        QCOMPARE(std::chrono::round<std::chrono::seconds>(clock.now() - start).count(), 2);
        limit.take(250'000, {});
        limit.take(250'000, {});
        QCOMPARE(std::chrono::round<std::chrono::seconds>(clock.now() - start).count(), 3);
        limit.set(0);
        const auto now = clock.now();
        limit.take(1'000'000'000, {});
        QCOMPARE(clock.now() - now, std::chrono::steady_clock::duration(0));
    }
    /// What was not used is not saved up.
    void pausesAreNotMadeUpFor() {
        FakeClock clock;
        SpeedLimit limit(clock);
        limit.set(1'000'000);
        clock.sleep(std::chrono::minutes(1), {});
        const auto start = clock.now();
        limit.take(3'000'000, {});
        QCOMPARE(std::chrono::round<std::chrono::seconds>(clock.now() - start).count(), 3);
    }
    void stopsAtOnce() {
        FakeClock clock;
        SpeedLimit limit(clock);
        limit.set(1);
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, limit.take(1'000'000, cancel));
    }
};

QTEST_APPLESS_MAIN(SpeedLimitTest)
#include "speed_limit_test.moc"
