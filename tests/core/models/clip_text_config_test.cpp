// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/models/clip_text_config.h"

#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/layouts.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using nlohmann::json;

namespace {

ClipTextConfig parse(const json& value) { return parseClipTextConfig(value, "text_encoder/config.json"); }

}  // namespace

class ClipTextConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReferencesOwnConfigsAreRead() {
        const ClipTextConfig small = parse(test::recordedLayouts().at("CLIP ViT-L").config);
        QCOMPARE(small, ClipTextConfig{});
        const ClipTextConfig large = parse(test::recordedLayouts().at("OpenCLIP bigG").config);
        QCOMPARE(large.layers, 32);
        QCOMPARE(large.heads, 20);
        QCOMPARE(large.activation, ClipTextConfig::Activation::Gelu);
        QVERIFY(large.withProjection);
        QCOMPARE(large.projectionDim, 1280);
    }

    void absentKeysTakeTheReferencesDefaults() {
        const ClipTextConfig config = parse(json::object());
        QCOMPARE(config.width, 512);
        QCOMPARE(config.innerWidth, 2048);
        QCOMPARE(config.heads, 8);
        QCOMPARE(config.positions, 77);
        QCOMPARE(config.vocabularySize, 49408);
        QCOMPARE(config.activation, ClipTextConfig::Activation::QuickGelu);
    }

    void senselessValuesNameTheKey_data() {
        QTest::addColumn<QString>("value");
        QTest::newRow("hidden_act") << "\"gelu_new\"";
        QTest::newRow("hidden_size") << "-1";
        QTest::newRow("num_hidden_layers") << "100000";
        QTest::newRow("num_attention_heads") << "7";
        QTest::newRow("vocab_size") << "1.5";
        QTest::newRow("architectures") << "\"CLIPTextModel\"";
    }
    void senselessValuesNameTheKey() {
        QFETCH(QString, value);
        const json config{{QTest::currentDataTag(), json::parse(value.toStdString())}};
        const Error error = test::expectError([&] { parse(config); });
        QCOMPARE(error.code(), ErrorCode::ConfigInvalid);
        QVERIFY2(QString::fromUtf8(error.what()).contains(QLatin1String(QTest::currentDataTag())), error.what());
    }
};

QTEST_APPLESS_MAIN(ClipTextConfigTest)
#include "clip_text_config_test.moc"
