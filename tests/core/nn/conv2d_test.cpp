// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/conv2d.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class Conv2dTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void convolvesLikeTheReference() {
        const auto golden = test::tinyModules();
        const nn::Conv2d conv(WeightScope(m_loader, "conv_in"), {.in = 4, .out = 4});
        QVERIFY(test::relativeRms(conv.forward(golden["conv_in.in0"]), golden["conv_in.out"]) <= 1e-6);
    }

    void strideAndPaddingDecideTheSize() {
        const nn::Conv2d conv(WeightScope(m_loader, "conv_in"), {.in = 4, .out = 4, .stride = 2, .padding = 0});
        QCOMPARE(conv.forward(at::zeros({1, 4, 9, 8})).sizes(), (at::IntArrayRef{1, 4, 4, 3}));
    }
};

QTEST_APPLESS_MAIN(Conv2dTest)
#include "conv2d_test.moc"
