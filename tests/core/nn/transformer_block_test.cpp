// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/transformer_block.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class TransformerBlockTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void computesLikeTheReference() {
        const auto golden = test::tinyModules();
        nn::TokenLayerFactory dense;
        nn::RunContext run;
        const nn::TransformerBlock block(WeightScope(m_loader, test::kTinyBlock),
                                         {.channels = 8, .heads = 2, .contextChannels = 8}, {}, dense);
        const at::Tensor x = golden[test::kTinyBlock + ".in0"];
        QVERIFY(test::relativeRms(block.forward(x, golden[test::kTinyBlock + ".in1"], run),
                                  golden[test::kTinyBlock + ".out"]) <= 2e-6);
        QVERIFY(at::equal(x, golden[test::kTinyBlock + ".in0"]));
    }

    void cancelStopsIt() {
        nn::TokenLayerFactory dense;
        nn::RunContext run;
        run.cancel.cancel();
        const nn::TransformerBlock block(WeightScope(m_loader, test::kTinyBlock),
                                         {.channels = 8, .heads = 2, .contextChannels = 8}, {}, dense);
        QVERIFY_THROWS_EXCEPTION(Cancelled, block.forward(at::zeros({1, 4, 8}), at::zeros({1, 3, 8}), run));
    }
};

QTEST_APPLESS_MAIN(TransformerBlockTest)
#include "transformer_block_test.moc"
