// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/linear.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class LinearTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void appliesWeightAndBias() {
        const auto golden = test::tinyModules();
        const std::string name = test::kTinyBlock + ".attn2.to_out.0";
        const nn::Linear linear(WeightScope(m_loader, name), 8, 8);
        QVERIFY(test::relativeRms(linear.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }

    void worksWithoutBias() {
        const auto golden = test::tinyModules();
        const std::string name = test::kTinyBlock + ".attn2.to_q";
        const nn::Linear linear(WeightScope(m_loader, name), 8, 8, nn::Linear::Bias::No);
        QVERIFY(!linear.bias.defined());
        QVERIFY(test::relativeRms(linear.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }

    void aPointwiseConvolutionIsALinearLayer() {
        const WeightScope scope(m_loader, "down_blocks.1.attentions.0.proj_in");
        const nn::Linear linear = nn::Linear::fromPointwiseConv(scope, 8, 8);
        const at::Tensor map = at::linspace(-1, 1, 2 * 8 * 3 * 4).view({2, 8, 3, 4});
        const at::Tensor wanted = at::conv2d(map, scope.take("weight", {8, 8, 1, 1}), scope.take("bias", {8}));
        const at::Tensor tokens = linear.forward(map.flatten(2).transpose(1, 2));
        QVERIFY(test::relativeRms(tokens.transpose(1, 2).reshape(map.sizes()), wanted) <= 1e-6);
    }
};

QTEST_APPLESS_MAIN(LinearTest)
#include "linear_test.moc"
