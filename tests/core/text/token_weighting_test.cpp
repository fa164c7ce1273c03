// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/token_weighting.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

/// Nested JSON arrays as a tensor.
at::Tensor read(const json& nested, at::IntArrayRef shape) {
    std::vector<float> flat;
    const std::function<void(const json&)> walk = [&](const json& value) {
        if (!value.is_array()) return flat.push_back(value.get<float>());
        for (const json& inner : value) walk(inner);
    };
    walk(nested);
    return at::tensor(flat).view(shape);
}

}  // namespace

class TokenWeightingTest : public QObject {
    Q_OBJECT

    const json m_golden = json::parse(test::readFile(test::goldenPath("text/weighting.json")));
    const at::Tensor m_states = read(m_golden["states"], {3, 77, 2});
    const at::Tensor m_empty = read(m_golden["empty"], {1, 77, 2});
    const at::Tensor m_weights = read(m_golden["weights"], {3, 77});

private Q_SLOTS:
    void rules_data() {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("name");
        for (const WeightRule rule : {WeightRule::KeepMean, WeightRule::Plain, WeightRule::FromEmpty}) {
            const QString name = QString::fromUtf8(weightRuleName(rule).data());
            QTest::newRow(qPrintable(name)) << static_cast<int>(rule) << name;
        }
    }
    void rules() {
        QFETCH(int, rule);
        QFETCH(QString, name);
        const at::Tensor expected = read(m_golden[name.toStdString()], {3, 77, 2});
        const at::Tensor actual = applyTokenWeights(m_states, m_weights, static_cast<WeightRule>(rule), m_empty);
        QVERIFY(at::allclose(actual, expected, 1e-5, 2e-6));
        QVERIFY(at::equal(actual[1], m_states[1]));
        QVERIFY(!at::allclose(actual[0], m_states[0], 1e-3, 1e-3));
    }

    void halfPrecisionStaysHalf() {
        const at::Tensor half = m_states.to(at::kHalf);
        const at::Tensor actual = applyTokenWeights(half, m_weights, WeightRule::Plain, {});
        QCOMPARE(actual.scalar_type(), at::kHalf);
        QVERIFY(at::equal(actual, (half.to(at::kFloat) * m_weights.unsqueeze(2)).to(at::kHalf)));
    }

    void allZeroWeightsGiveZeros() {
        const at::Tensor actual = applyTokenWeights(m_states, at::zeros({3, 77}), WeightRule::KeepMean, {});
        QVERIFY(at::equal(actual, at::zeros_like(m_states)));
    }

    void wrongShapes() {
        QCOMPARE(test::expectError([&] {
                     applyTokenWeights(m_states, at::ones({2, 77}), WeightRule::Plain, {});
                 }).code(),
                 ErrorCode::InternalError);
        QCOMPARE(test::expectError([&] { applyTokenWeights(m_states, m_weights, WeightRule::FromEmpty, {}); }).code(),
                 ErrorCode::InternalError);
    }
};

QTEST_APPLESS_MAIN(TokenWeightingTest)
#include "token_weighting_test.moc"
