// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/resnet_block.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class ResnetBlockTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void computesLikeTheReference_data() {
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("out");
        QTest::newRow("down_blocks.0.resnets.0") << 4 << 4;
        QTest::newRow("down_blocks.1.resnets.0") << 4 << 8;
        QTest::newRow("up_blocks.1.resnets.0") << 16 << 8;
    }
    void computesLikeTheReference() {
        QFETCH(int, in);
        QFETCH(int, out);
        const auto golden = test::tinyModules();
        const std::string name = QTest::currentDataTag();
        const nn::ResnetBlock block(WeightScope(m_loader, name),
                                    {.in = in, .out = out, .embedding = 16, .groups = 2, .eps = 1e-5});
        QCOMPARE(block.shortcut.has_value(), in != out);
        const at::Tensor x = golden[name + ".in0"];
        QVERIFY(test::relativeRms(block.forward(x, golden[name + ".in1"], {}), golden[name + ".out"]) <= 2e-6);
        QVERIFY(at::equal(x, golden[name + ".in0"]));
    }

    void cancelStopsIt() {
        const nn::ResnetBlock block(WeightScope(m_loader, "down_blocks.0.resnets.0"),
                                    {.in = 4, .out = 4, .embedding = 16, .groups = 2});
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, block.forward(at::zeros({1, 4, 2, 2}), at::zeros({1, 16}), cancel));
    }
};

QTEST_APPLESS_MAIN(ResnetBlockTest)
#include "resnet_block_test.moc"
