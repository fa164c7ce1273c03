// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/layer_norm.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class LayerNormTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void normalisesLikeTheReference() {
        const auto golden = test::tinyModules();
        const std::string name = test::kTinyBlock + ".norm1";
        const nn::LayerNorm norm(WeightScope(m_loader, name), 8);
        QVERIFY(test::relativeRms(norm.forward(golden[name + ".in0"]), golden[name + ".out"]) <= 1e-6);
    }
};

QTEST_APPLESS_MAIN(LayerNormTest)
#include "layer_norm_test.moc"
