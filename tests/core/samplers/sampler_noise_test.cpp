// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/samplers/sampler_noise.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::samplers;

class SamplerNoiseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// torch.randn with one CPU generator per picture, two draws in a row.
    void seededNoiseEqualsTorch() {
        const auto tables = nlohmann::json::parse(test::readFile(test::goldenPath("samplers/tables.json")));
        for (const auto& row : tables.at("noise")) {
            SeededNoise noise(row.at("seed").get<std::int64_t>(), 0, 2);
            for (const auto& draw : row.at("draws")) {
                const at::Tensor expected = at::tensor(draw.get<std::vector<double>>(), at::kDouble).view({2, 4, 3, 5});
                const at::Tensor drawn = noise.next({2, 4, 3, 5});
                QCOMPARE(drawn.scalar_type(), at::kFloat);
                QVERIFY((drawn - expected).abs().max().item<double>() < 1e-6);
            }
        }
    }

    void pictureOfABatchEqualsItsOwnRun() {
        SeededNoise batch(7, 0, 3);
        SeededNoise alone(7, 2, 1);
        for (int draw = 0; draw < 2; ++draw)
            QVERIFY(batch.next({3, 4, 8, 8}).slice(0, 2).equal(alone.next({1, 4, 8, 8})));
    }

    void seedsAreTheirOwn() {
        SeededNoise one(1, 0, 1);
        SeededNoise two(2, 0, 1);
        QVERIFY(!one.next({1, 4, 8, 8}).equal(two.next({1, 4, 8, 8})));
    }

    void givenNoiseComesInOrder() {
        const at::Tensor noise = at::arange(2 * 16, at::kDouble).view({2, 1, 4, 2, 2});
        GivenNoise source(noise);
        QVERIFY(source.next({1, 4, 2, 2}).equal(noise[0].to(at::kFloat)));
        QVERIFY(source.next({1, 4, 2, 2}).equal(noise[1].to(at::kFloat)));
        const Error error = test::expectError([&] { source.next({1, 4, 2, 2}); });
        QCOMPARE(error.code(), ErrorCode::RequestInvalid);
        QVERIFY(std::string(error.what()).find("2 steps") != std::string::npos);
    }

    void givenNoiseOfAnotherShapeIsRefused() {
        GivenNoise source(at::zeros({2, 1, 4, 2, 2}));
        QCOMPARE(test::expectError([&] { source.next({1, 4, 2, 4}); }).code(), ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([] { GivenNoise flat(at::zeros({2, 4, 2, 2})); }).code(), ErrorCode::RequestInvalid);
        QCOMPARE(test::expectError([] {
                     GivenNoise whole(at::zeros({2, 1, 4, 2, 2}, at::kLong));
                 }).code(),
                 ErrorCode::RequestInvalid);
    }
};

QTEST_APPLESS_MAIN(SamplerNoiseTest)
#include "sampler_noise_test.moc"
