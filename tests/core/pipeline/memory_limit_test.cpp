// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/memory_limit.h"

#include <QtTest/QtTest>

#include "core/engine/render_engine.h"
#include "core/pipeline/compute_device.h"
#include "core/pipeline/kernel_value.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;

class MemoryLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { RenderEngine::setMemoryPercent(100); }

    void theLimitIsAShareOfTheMachine() {
        const std::int64_t total = kernelValue("/proc/meminfo", "MemTotal");
        QVERIFY(total > 0);
        QCOMPARE(memoryLimit(), std::int64_t{0});
        setMemoryPercent(50);
        QVERIFY(std::abs(memoryLimit() - total / 2) < 100);
        setMemoryPercent(500);
        QCOMPARE(memoryLimit(), std::int64_t{0});
        setMemoryPercent(-3);
        QVERIFY(std::abs(memoryLimit() - total / 100) < 100);
    }

    void expertsGetWhatIsLeft() {
        QCOMPARE(expertBudget(0, 5, 7), std::int64_t{0});
        QCOMPARE(expertBudget(100, 60, 7), std::int64_t{40});
        QCOMPARE(expertBudget(100, 95, 7), std::int64_t{7});
        QCOMPARE(expertBudget(100, 400, 7), std::int64_t{7});
    }

    void forecastsCountWithIt() {
        RenderRequest request;
        request.model = test::goldenPath("models/sd1").string();
        request.device = "cpu";
        RenderEngine engine;
        RenderEngine::setMemoryPercent(1);
        const MemoryForecast small = engine.forecast(request);
        QVERIFY(small.availableBytes > 0);
        QVERIFY(small.availableBytes <= memoryLimit());
        RenderEngine::setMemoryPercent(100);
        QCOMPARE(engine.forecast(request).peakBytes, small.peakBytes);
    }
};

QTEST_APPLESS_MAIN(MemoryLimitTest)
#include "memory_limit_test.moc"
