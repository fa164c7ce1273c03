// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/vae_config.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/layouts.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

VaeConfig parse(const json& value) { return parseVaeConfig(value, "vae/config.json"); }

}  // namespace

class VaeConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReferencesOwnConfigIsRead() {
        const VaeConfig config = parse(test::recordedLayouts().at("VAE").config);
        QCOMPARE(config, VaeConfig{});
        QCOMPARE(config.scale(), 8);
    }

    void absentKeysTakeTheReferencesDefaults() {
        const VaeConfig config = parse(json::object());
        QCOMPARE(config.channels, std::vector<std::int64_t>{64});
        QCOMPARE(config.layersPerBlock, 1);
        QCOMPARE(config.sampleSize, 32);
        QCOMPARE(config.scalingFactor, 0.18215);
        QCOMPARE(config.shiftFactor, 0.0);
        QVERIFY(config.forceUpcast);
        QVERIFY(config.quantConv && config.postQuantConv && config.midAttention);
    }

    void scalingKeysAreRead() {
        const VaeConfig config = parse({{"scaling_factor", 0.13025},
                                        {"shift_factor", 0.5},
                                        {"force_upcast", false},
                                        {"latents_mean", {1, 2, 3, 4}},
                                        {"latents_std", {1, 1, 1, 2.5}}});
        QCOMPARE(config.scalingFactor, 0.13025);
        QCOMPARE(config.shiftFactor, 0.5);
        QVERIFY(!config.forceUpcast);
        QCOMPARE(config.latentsMean.size(), std::size_t{4});
        QCOMPARE(config.latentsStd.back(), 2.5);
    }

    void senselessValuesNameTheKey_data() {
        QTest::addColumn<QString>("config");
        QTest::newRow("act_fn") << R"({"act_fn": "mish"})";
        QTest::newRow("down_block_types") << R"({"down_block_types": ["AttnDownEncoderBlock2D"]})";
        QTest::newRow("up_block_types") << R"({"up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D"]})";
        QTest::newRow("scaling_factor") << R"({"scaling_factor": 0})";
        QTest::newRow("latents_mean") << R"({"latents_mean": [1, 2], "latents_std": [1, 2]})";
        QTest::newRow("latents_std") << R"({"latents_mean": [1, 2, 3, 4]})";
        QTest::newRow("norm_num_groups") << R"({"norm_num_groups": 7})";
        QTest::newRow("block_out_channels") << R"({"block_out_channels": [64, "x"]})";
        QTest::newRow("out_channels") << R"({"out_channels": 4})";
    }
    void senselessValuesNameTheKey() {
        QFETCH(QString, config);
        const json value = json::parse(config.toStdString());
        const Error error = test::expectError([&] { parse(value); });
        QCOMPARE(error.code(), ErrorCode::ConfigInvalid);
        QVERIFY2(QString::fromUtf8(error.what()).contains(QLatin1String(QTest::currentDataTag())), error.what());
    }
};

QTEST_APPLESS_MAIN(VaeConfigTest)
#include "vae_config_test.moc"
