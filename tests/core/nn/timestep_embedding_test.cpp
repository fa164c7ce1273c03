// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/timestep_embedding.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class TimestepEmbeddingTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void sinusoidsAreTheReferences() {
        const auto golden = test::tinyModules();
        const at::Tensor value = nn::sinusoid(golden["time_proj.in0"], {.width = 4});
        QVERIFY(test::relativeRms(value, golden["time_proj.out"]) <= 1e-6);
    }

    void orderAndShiftFollowTheConfig() {
        // half = 2: frequencies 1 and 10000^(−1/2) without shift, 1 and 1/10000 with a shift of one
        const at::Tensor t = at::tensor({2.0f});
        const at::Tensor sineFirst = nn::sinusoid(t, {.width = 4, .cosineFirst = false});
        QVERIFY(
            at::allclose(sineFirst, at::tensor({0.909297f, 0.0199987f, -0.416147f, 0.9998f}).unsqueeze(0), 1e-5, 1e-6));
        const at::Tensor shifted = nn::sinusoid(t, {.width = 4, .cosineFirst = true, .frequencyShift = 1});
        QVERIFY(at::allclose(shifted, at::tensor({-0.416147f, 1.0f, 0.909297f, 0.0002f}).unsqueeze(0), 1e-5, 1e-6));
    }

    void embedsLikeTheReference() {
        const auto golden = test::tinyModules();
        const nn::TimestepEmbedding embedding(WeightScope(m_loader, "time_embedding"), 4, 16);
        QVERIFY(test::relativeRms(embedding.forward(golden["time_embedding.in0"]), golden["time_embedding.out"]) <=
                1e-6);
    }

    void embedsTextAndSizesLikeTheReference() {
        const test::GoldenTensors golden("models/expected/sdxl_modules.safetensors");
        WeightLoader xl(test::tinyWeights("sdxl", "unet"), {});
        const nn::TimestepEmbedding embedding(WeightScope(xl, "add_embedding"), 60, 16);
        QVERIFY(test::relativeRms(embedding.forward(golden["add_embedding.in0"]), golden["add_embedding.out"]) <= 1e-6);
    }
};

QTEST_APPLESS_MAIN(TimestepEmbeddingTest)
#include "timestep_embedding_test.moc"
