// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/unet_config.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/layouts.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

UnetConfig parse(const json& value) { return parseUnetConfig(value, "unet/config.json"); }

}  // namespace

class UnetConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentKeysTakeTheReferencesDefaults() {
        const UnetConfig config = parse(json::object());
        QCOMPARE(config.inChannels, 4);
        QCOMPARE(config.outChannels, 4);
        QVERIFY(!config.centerInputSample);
        QVERIFY(config.flipSinToCos);
        QCOMPARE(config.freqShift, 0);
        QCOMPARE(config.normGroups, 32);
        QCOMPARE(config.normEps, 1e-5);
        QVERIFY(!config.useLinearProjection);
        QVERIFY(!config.textTime);
        QCOMPARE(config.timeCondProjDim, 0);
        QCOMPARE(config.midBlock, UnetConfig::MidBlock::CrossAttention);
        QCOMPARE(config.midDepth, 1);
        QCOMPARE(config.levels.size(), std::size_t{4});
        QCOMPARE(config.levels[0], (UnetLevel{320, 2, 8, 1280, {1, 1}, {1, 1, 1}}));
        QCOMPARE(config.levels[3], (UnetLevel{1280, 2, 8, 1280, {}, {}}));
    }

    void theReferencesOwnConfigsAreRead_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, layout] : test::recordedLayouts())
            if (layout.kind == "unet") QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void theReferencesOwnConfigsAreRead() {
        QFETCH(QString, name);
        const test::Layout& layout = test::recordedLayouts().at(name.toStdString());
        const UnetConfig config = parse(layout.config);
        QCOMPARE(config.levels.size(), layout.config["block_out_channels"].size());
        QCOMPARE(config.sampleSize, layout.config["sample_size"].get<int>());
        if (name != QLatin1String("SDXL refiner"))
            QCOMPARE(QString::fromStdString(architectureOf(config).name), name.section(QLatin1Char(' '), 0, 0));
    }

    void depthsOfTheUpBlocks_data() {
        QTest::addColumn<QString>("depths");
        QTest::addColumn<QString>("reverse");
        QTest::addColumn<QList<int>>("lowest");
        QTest::addColumn<QList<int>>("highest");
        QTest::addColumn<int>("middle");
        QTest::newRow("number") << "3"
                                << "null" << QList<int>{3, 3, 3} << QList<int>{3, 3, 3} << 3;
        QTest::newRow("list") << "[1, 2, 10]"
                              << "null" << QList<int>{10, 10, 10} << QList<int>{1, 1, 1} << 10;
        QTest::newRow("list and reverse") << "[1, 2, 10]"
                                          << "[7, 8, 9]" << QList<int>{7, 7, 7} << QList<int>{9, 9, 9} << 10;
        QTest::newRow("nested") << "[[1, 1], [2, 2], [4, 5]]"
                                << "[[4, 4, 10], [2, 1, 1], 3]" << QList<int>{4, 4, 10} << QList<int>{3, 3, 3} << 4;
    }
    void depthsOfTheUpBlocks() {
        QFETCH(QString, depths);
        QFETCH(QString, reverse);
        QFETCH(QList<int>, lowest);
        QFETCH(QList<int>, highest);
        QFETCH(int, middle);
        const UnetConfig config = parse({{"block_out_channels", {32, 64, 128}},
                                         {"down_block_types", std::vector<std::string>(3, "CrossAttnDownBlock2D")},
                                         {"up_block_types", std::vector<std::string>(3, "CrossAttnUpBlock2D")},
                                         {"transformer_layers_per_block", json::parse(depths.toStdString())},
                                         {"reverse_transformer_layers_per_block", json::parse(reverse.toStdString())}});
        QCOMPARE(QList<int>(config.levels[2].upDepths.begin(), config.levels[2].upDepths.end()), lowest);
        QCOMPARE(QList<int>(config.levels[0].upDepths.begin(), config.levels[0].upDepths.end()), highest);
        QCOMPARE(config.midDepth, middle);
    }

    void listsPerLevel() {
        const UnetConfig config = parse({{"attention_head_dim", {5, 10, 20, 20}},
                                         {"layers_per_block", {1, 2, 3, 4}},
                                         {"cross_attention_dim", {9, 9, 9, 9}}});
        QCOMPARE(config.levels[1].heads, 10);
        QCOMPARE(config.levels[2].layers, 3);
        QCOMPARE(config.levels[2].upDepths.size(), std::size_t{4});
        QCOMPARE(config.levels[2].contextChannels, 9);
    }

    void middleBlocks() {
        QCOMPARE(parse({{"mid_block_type", nullptr}}).midBlock, UnetConfig::MidBlock::None);
        QCOMPARE(parse({{"mid_block_type", "UNetMidBlock2D"}}).midBlock, UnetConfig::MidBlock::Resnet);
        QCOMPARE(parse({{"mid_block_type", "UNetMidBlock2DCrossAttn"}}).midBlock, UnetConfig::MidBlock::CrossAttention);
    }

    void unsupportedOrSenselessValuesNameTheKey_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const std::pair<const char*, const char*> rows[] = {
            {"only_cross_attention", "true"},
            {"only_cross_attention", "[false, true]"},
            {"dual_cross_attention", "true"},
            {"class_embed_type", "\"timestep\""},
            {"num_class_embeds", "10"},
            {"encoder_hid_dim", "64"},
            {"encoder_hid_dim_type", "\"text_proj\""},
            {"cross_attention_norm", "\"layer_norm\""},
            {"time_embedding_act_fn", "\"silu\""},
            {"timestep_post_act", "\"silu\""},
            {"conv_in_kernel", "5"},
            {"conv_out_kernel", "1"},
            {"resnet_time_scale_shift", "\"scale_shift\""},
            {"attention_type", "\"gated\""},
            {"num_attention_heads", "8"},
            {"addition_embed_type", "\"image\""},
            {"downsample_padding", "0"},
            {"mid_block_scale_factor", "2"},
            {"act_fn", "\"mish\""},
            {"mid_block_type", "\"UNetMidBlock2DSimpleCrossAttn\""},
            {"down_block_types", "[\"AttnDownBlock2D\"]"},
            {"down_block_types", "[\"DownBlock2D\", \"AttnDownBlock2D\", \"DownBlock2D\", \"DownBlock2D\"]"},
            {"block_out_channels", "[]"},
            {"block_out_channels", "[32, -32]"},
            {"block_out_channels", "\"320\""},
            {"norm_num_groups", "7"},
            {"attention_head_dim", "7"},
            {"in_channels", "1e9"},
            {"layers_per_block", "[2, 2]"},
            {"layers_per_block", "1000000"},
            {"transformer_layers_per_block", "[[1, 1], 1, 1, 1]"},
            {"transformer_layers_per_block", "[1, 2]"},
            {"transformer_layers_per_block", "0"},
            {"time_embedding_type", "\"fourier\""},
            {"sample_size", "0"},
            {"cross_attention_dim", "[7, 8, 9, 10]"},
            {"norm_eps", "\"small\""},
            {"flip_sin_to_cos", "1"},
            {"time_embedding_dim", "64"},
            {"resnet_skip_time_act", "true"}};
        int row = 0;
        for (const auto& [key, value] : rows)
            QTest::addRow("%d %s", row++, key) << QString::fromLatin1(key) << QString::fromLatin1(value);
    }
    void unsupportedOrSenselessValuesNameTheKey() {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const json config{{key.toStdString(), json::parse(value.toStdString())}};
        const Error error = test::expectError([&] { parse(config); });
        QCOMPARE(error.code(), ErrorCode::ConfigInvalid);
        QVERIFY2(QString::fromUtf8(error.what()).contains(QLatin1String("transformer_layers_per_block")) ||
                     QString::fromUtf8(error.what()).contains(key),
                 error.what());
        QVERIFY(QString::fromUtf8(error.what()).startsWith(QLatin1String("unet/config.json")));
    }

    void textTimeNeedsConsistentWidths() {
        const UnetConfig config = parse({{"addition_embed_type", "text_time"},
                                         {"addition_time_embed_dim", 256},
                                         {"projection_class_embeddings_input_dim", 2816}});
        QCOMPARE(config.pooledDim(), 1280);
        const json wrong{{"addition_embed_type", "text_time"},
                         {"addition_time_embed_dim", 256},
                         {"projection_class_embeddings_input_dim", 1536}};
        QCOMPARE(test::expectError([&] { parse(wrong); }).code(), ErrorCode::ConfigInvalid);
    }

    void somethingElseThanAnObjectIsRefused() {
        QCOMPARE(test::expectError([] { parse(json::array()); }).code(), ErrorCode::ConfigInvalid);
    }
};

QTEST_APPLESS_MAIN(UnetConfigTest)
#include "unet_config_test.moc"
