// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/token_layer.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

class TokenLayerTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;
    WeightLoader m_loader{test::tinyWeights("sd1", "unet"), {}};

private Q_SLOTS:
    void denseLayersGiveTheReferencesProjections() {
        const auto golden = test::tinyModules();
        nn::TokenLayerFactory factory;
        nn::RunContext run;
        const WeightScope block(m_loader, test::kTinyBlock);
        const auto matches = [&](const at::Tensor& value, const std::string& name) {
            return test::relativeRms(value, golden[test::kTinyBlock + name + ".out"]) <= 1e-6;
        };
        const auto query = factory.crossQuery(block, {}, 8)->forward(golden[test::kTinyBlock + ".attn2.to_q.in0"], run);
        QCOMPARE(query.size(), std::size_t{1});
        QVERIFY(matches(query[0], ".attn2.to_q"));
        const auto keyValue =
            factory.crossKeyValue(block, {}, 8, 8)->forward(golden[test::kTinyBlock + ".attn2.to_k.in0"], run);
        QCOMPARE(keyValue.size(), std::size_t{2});
        QVERIFY(matches(keyValue[0], ".attn2.to_k"));
        QVERIFY(matches(keyValue[1], ".attn2.to_v"));
        const auto inner = factory.feedForward(block, {}, 8)->forward(golden[test::kTinyBlock + ".ff.in0"], run);
        QCOMPARE(inner.size(), std::size_t{1});
        QVERIFY(matches(inner[0], ".ff"));
    }

    void selfAttentionHasThreeInOrder() {
        nn::TokenLayerFactory factory;
        nn::RunContext run;
        const WeightScope block(m_loader, test::kTinyBlock);
        const at::Tensor x = test::tinyModules()[test::kTinyBlock + ".attn1.in0"];
        const auto qkv = factory.selfQkv(block, {}, 8)->forward(x, run);
        QCOMPARE(qkv.size(), std::size_t{3});
        int i = 0;
        for (const char* name : {"attn1.to_q.weight", "attn1.to_k.weight", "attn1.to_v.weight"})
            QVERIFY(test::relativeRms(qkv[static_cast<std::size_t>(i++)],
                                      at::matmul(x, block.take(name, {8, 8}).t())) <= 1e-6);
    }
};

QTEST_APPLESS_MAIN(TokenLayerTest)
#include "token_layer_test.moc"
