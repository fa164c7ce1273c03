// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/group_norm.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class GroupNormTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void normalisesLikeTheReference() {
        const auto golden = test::tinyModules();
        const nn::GroupNorm norm(WeightScope(m_loader, "conv_norm_out"), 4, 2, 1e-5);
        QVERIFY(test::relativeRms(norm.forward(golden["conv_norm_out.in0"]), golden["conv_norm_out.out"]) <= 1e-6);
    }

    void siluFollows() {
        const auto golden = test::tinyModules();
        const nn::GroupNorm norm(WeightScope(m_loader, "conv_norm_out"), 4, 2, 1e-5);
        const at::Tensor x = golden["conv_norm_out.in0"];
        const at::Tensor y = golden["conv_norm_out.out"];
        QVERIFY(test::relativeRms(norm.forwardSilu(x), y / (1.0 + (-y).exp())) <= 1e-6);
        QVERIFY(at::equal(x, golden["conv_norm_out.in0"]));
    }
};

QTEST_APPLESS_MAIN(GroupNormTest)
#include "group_norm_test.moc"
