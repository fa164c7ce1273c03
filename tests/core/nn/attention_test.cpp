// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/nn/attention.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

#include "tests/support/golden_tensors.h"

using namespace segmoe;

namespace {

at::Tensor random(std::int64_t seed, at::IntArrayRef shape) {
    return at::randn(shape, at::detail::createCPUGenerator(static_cast<std::uint64_t>(seed)));
}

/// The formula, one head at a time, in fp64.
at::Tensor formula(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t heads, bool isCausal) {
    std::vector<at::Tensor> outputs;
    const std::int64_t width = q.size(2) / heads;
    for (std::int64_t h = 0; h < heads; ++h) {
        const auto part = [&](const at::Tensor& x) { return x.to(at::kDouble).narrow(2, h * width, width); };
        at::Tensor scores = at::matmul(part(q), part(k).transpose(1, 2)) / std::sqrt(static_cast<double>(width));
        if (isCausal) scores = scores.masked_fill(at::ones({q.size(1), k.size(1)}, at::kBool).triu(1), -INFINITY);
        outputs.push_back(at::matmul(at::softmax(scores, -1), part(v)));
    }
    return at::cat(outputs, 2);
}

}  // namespace

class AttentionTest : public QObject {
    Q_OBJECT

private:
    c10::InferenceMode m_inference;

private Q_SLOTS:
    void isTheFormula_data() {
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("tokens");
        QTest::newRow("one head of a VAE") << 1 << 512 << 30;
        QTest::newRow("SD1, width 40") << 8 << 320 << 70;
        QTest::newRow("SD1, width 160") << 8 << 1280 << 9;
        QTest::newRow("SDXL, width 64") << 10 << 640 << 65;
        QTest::newRow("longer than a chunk of queries") << 2 << 32 << 700;
    }
    void isTheFormula() {
        QFETCH(int, heads);
        QFETCH(int, width);
        QFETCH(int, tokens);
        const at::Tensor q = random(1, {2, tokens, width});
        const at::Tensor k = random(2, {2, 77, width});
        const at::Tensor v = random(3, {2, 77, width});
        const at::Tensor wanted = formula(q, k, v, heads, false);
        QVERIFY(test::relativeRms(nn::attend(q, k, v, heads), wanted) <= 2e-6);
        QVERIFY(test::relativeRms(nn::attend(q.to(at::kBFloat16), k.to(at::kBFloat16), v.to(at::kBFloat16), heads),
                                  wanted) <= 2e-2);
    }

    void aCausalRowSeesItsPast() {
        const at::Tensor x = random(4, {2, 77, 64});
        QVERIFY(test::relativeRms(nn::attend(x, x, x, 4, nn::Masking::Causal), formula(x, x, x, 4, true)) <= 2e-6);
    }

    void largeScoresStayFinite() {
        const at::Tensor x = 200.0 * random(5, {1, 40, 64});
        const at::Tensor y = nn::attend(x.to(at::kBFloat16), x.to(at::kBFloat16), x.to(at::kBFloat16), 1);
        QVERIFY(y.isfinite().all().item<bool>());
    }
};

QTEST_APPLESS_MAIN(AttentionTest)
#include "attention_test.moc"
