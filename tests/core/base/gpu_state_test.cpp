// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// What the driver tells of a card, asked of a stand-in for its management library.
#include <dlfcn.h>

#include <QtTest/QtTest>

#include "core/base/gpu_state.h"

using namespace segmoe;

class GpuStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qunsetenv("CUDA_VISIBLE_DEVICES");
        QVERIFY2(dlopen(SEGMOE_FAKE_NVML, RTLD_NOW), dlerror());
    }
    void cleanup() { qunsetenv("CUDA_VISIBLE_DEVICES"); }

    void readsACard() {
        const auto card = gpuState(0);
        QVERIFY(card);
        QCOMPARE(card->name, std::string("Fake RTX 4090"));
        QCOMPARE(card->totalBytes, 24'000'000'000);
        QCOMPARE(card->freeBytes, 18'000'000'000);
        QCOMPARE(card->ownBytes, 3'000'000'000);
    }
    void anotherCardIsNotOurs() {
        const auto card = gpuState(1);
        QVERIFY(card);
        QCOMPARE(card->freeBytes, 400'000'000);
        QCOMPARE(card->ownBytes, 0);
    }
    void noSuchCard() {
        QVERIFY(!gpuState(2));
        QVERIFY(!gpuState(-1));
    }

    void countsAsCudaDoes_data() {
        QTest::addColumn<QByteArray>("visible");
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("the other one alone") << QByteArray("1") << 0 << QByteArray("Fake T4");
        QTest::newRow("turned round") << QByteArray("1,0") << 1 << QByteArray("Fake RTX 4090");
        QTest::newRow("by identity") << QByteArray("GPU-bbbb,GPU-aaaa") << 0 << QByteArray("Fake T4");
        QTest::newRow("beyond the list") << QByteArray("1") << 1 << QByteArray();
        QTest::newRow("none") << QByteArray("") << 0 << QByteArray();
        QTest::newRow("hidden by -1") << QByteArray("-1") << 0 << QByteArray();
        QTest::newRow("unknown identity") << QByteArray("GPU-cccc") << 0 << QByteArray();
    }
    void countsAsCudaDoes() {
        QFETCH(QByteArray, visible);
        QFETCH(int, index);
        QFETCH(QByteArray, name);
        qputenv("CUDA_VISIBLE_DEVICES", visible);
        const auto card = gpuState(index);
        QCOMPARE(QByteArray::fromStdString(card ? card->name : ""), name);
    }
};

QTEST_GUILESS_MAIN(GpuStateTest)
#include "gpu_state_test.moc"
