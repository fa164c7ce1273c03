// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/spatial_attention.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class SpatialAttentionTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;

private Q_SLOTS:
    void computesLikeTheReference() {
        const test::GoldenTensors golden("models/expected/sd1_vae_modules.safetensors");
        WeightLoader vae(test::tinyWeights("sd1", "vae"), {});
        const std::string name = "decoder.mid_block.attentions.0";
        const nn::SpatialAttention attention(WeightScope(vae, name), 8, 4, 1e-6);
        QVERIFY(test::relativeRms(attention.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 2e-6);
    }
};

QTEST_APPLESS_MAIN(SpatialAttentionTest)
#include "spatial_attention_test.moc"
