// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/feed_forward.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class FeedForwardTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void computesLikeTheReference() {
        const auto golden = test::tinyModules();
        const std::string name = test::kTinyBlock + ".ff";
        const nn::FeedForward feedForward(WeightScope(m_loader, name), 8);
        QVERIFY(test::relativeRms(feedForward.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }

    void theGateIsTheSecondHalf() {
        // One value of 3 and one gate of 2: 3 · gelu(2), gelu(2) = 2 Φ(2)
        const at::Tensor y = nn::geglu(at::ones({1, 1}), at::tensor({3.0f, 2.0f}).view({2, 1}), at::zeros({2}));
        QVERIFY(std::abs(y.item<double>() - 3.0 * 2.0 * 0.977249868) < 1e-5);
    }
};

QTEST_APPLESS_MAIN(FeedForwardTest)
#include "feed_forward_test.moc"
