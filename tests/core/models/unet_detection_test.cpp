// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/models/clip_text_model.h"
#include "core/models/unet.h"
#include "core/models/unet_config.h"
#include "core/models/vae.h"
#include "core/weights/single_file.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/layouts.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

const test::Layout& layoutOf(const QString& name) { return test::recordedLayouts().at(name.toStdString()); }

/// The names a merge gives to the feed-forward and the query of the first block.
std::map<std::string, std::vector<std::int64_t>> asMixture(std::map<std::string, std::vector<std::int64_t>> shapes,
                                                           int experts) {
    std::map<std::string, std::vector<std::int64_t>> mixed;
    for (const auto& [name, shape] : shapes) {
        std::size_t end = std::string::npos;
        for (const char* module : {".ff.", ".attn2.to_k.", ".attn2.to_v."})
            if (const std::size_t at = name.find(module); at != std::string::npos && !name.starts_with("mid_block"))
                end = at + std::string_view(module).size();
        if (end == std::string::npos) {
            mixed[name] = shape;
            continue;
        }
        for (int e = 0; e < experts; ++e)
            mixed[name.substr(0, end) + "experts." + std::to_string(e) + "." + name.substr(end)] = shape;
        mixed[name.substr(0, end) + "gate.weight"] = {experts, shape.back()};
    }
    return mixed;
}

}  // namespace

class UnetDetectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSingleFileOfTrueSizeIsRecognised_data() {
        QTest::addColumn<QString>("architecture");
        for (const char* name : {"SD1.x", "SD2.x", "SDXL", "SSD-1B", "Vega"}) QTest::newRow(name) << name;
    }
    void aSingleFileOfTrueSizeIsRecognised() {
        QFETCH(QString, architecture);
        const test::Layout& layout = layoutOf(architecture);
        const TensorSourcePtr file = joinSingleFile(
            {.unet = layout.source(), .vae = {}, .textEncoder = {}, .textEncoder2 = {}}, ModelFamily::Sdxl);
        QVERIFY(file->contains("model.diffusion_model.input_blocks.0.0.weight"));
        const Architecture found = detectArchitecture(*splitSingleFile(file).unet);
        QCOMPARE(QString::fromStdString(found.name), architecture);
    }

    void theStructureIsFoundFromShapesAlone_data() {
        QTest::addColumn<QString>("family");
        for (const auto& [name, layout] : test::recordedLayouts())
            if (layout.kind == "unet" && name != "SDXL refiner")
                QTest::newRow(name.c_str()) << QString::fromStdString(name).section(QLatin1Char(' '), 0, 0);
    }
    void theStructureIsFoundFromShapesAlone() {
        QFETCH(QString, family);
        const test::Layout& layout = layoutOf(QString::fromLatin1(QTest::currentDataTag()));
        UnetConfig stated = parseUnetConfig(layout.config, "config.json");
        const UnetConfig found = detectUnetConfig(*layout.source());
        stated.upcastAttention = false;  // leaves no trace in the tensors
        QCOMPARE(found, stated);
        const Architecture architecture = detectArchitecture(*layout.source());
        QCOMPARE(QString::fromStdString(architecture.name), family);
        QVERIFY(!architecture.isMixture);
    }

    void trueSizesLoadStrictlyAndHaveTheCountedParameters_data() {
        QTest::addColumn<qint64>("parameters");
        // segmoe.md §1.1, 1.4 and 1.5
        QTest::newRow("SD1.x") << qint64{859520964};
        QTest::newRow("SD2.x") << qint64{865910724};
        QTest::newRow("SDXL") << qint64{2567463684};
        QTest::newRow("SSD-1B") << qint64{1331334404};
        QTest::newRow("Vega") << qint64{745225604};
        QTest::newRow("VAE") << qint64{83653863};
        QTest::newRow("CLIP ViT-L") << qint64{123060480};
        QTest::newRow("OpenCLIP bigG") << qint64{694659840};
        QTest::newRow("OpenCLIP H") << qint64{340387840};
    }
    void trueSizesLoadStrictlyAndHaveTheCountedParameters() {
        QFETCH(qint64, parameters);
        const test::Layout& layout = layoutOf(QString::fromLatin1(QTest::currentDataTag()));
        const Placement nowhere{.device = at::kMeta, .dtype = at::kHalf};
        if (layout.kind == "unet") Unet::load(parseUnetConfig(layout.config, "config.json"), layout.source(), nowhere);
        if (layout.kind == "vae") Vae::load(parseVaeConfig(layout.config, "config.json"), layout.source(), nowhere);
        if (layout.kind == "text")
            ClipTextModel::load(parseClipTextConfig(layout.config, "config.json"), layout.source(), nowhere);
        QCOMPARE(layout.source()->totalBytes() / 2, parameters);
        QCOMPARE(layout.parameters, parameters);
    }

    void aMixtureHasItsBasesStructure() {
        const test::Layout& layout = layoutOf(QStringLiteral("SSD-1B"));
        const test::ShapeSource mixture(asMixture(layout.shapes, 3));
        QCOMPARE(detectUnetConfig(mixture), detectUnetConfig(*layout.source()));
        const Architecture architecture = detectArchitecture(mixture);
        QCOMPARE(architecture.experts, 3);
        QVERIFY(architecture.isMixture);
        QCOMPARE(QString::fromStdString(architecture.name), QStringLiteral("SSD-1B"));
        QCOMPARE(architecture.nativeSize, 1024);
        QCOMPARE(architecture.crossAttentionDim, 2048);
    }

    void inpaintingKeepsItsName() {
        const Architecture architecture = detectArchitecture(*layoutOf(QStringLiteral("SD1.x inpaint")).source());
        QCOMPARE(architecture.inChannels, 9);
        QCOMPARE(architecture.nativeSize, 512);
        QCOMPARE(architecture.family, ModelFamily::Sd1);
    }

    void aCustomLayoutHasAFamily_data() {
        QTest::addColumn<int>("family");
        QTest::newRow("sd1") << static_cast<int>(ModelFamily::Sd1);
        QTest::newRow("sd2") << static_cast<int>(ModelFamily::Sd2);
        QTest::newRow("sdxl") << static_cast<int>(ModelFamily::Sdxl);
        QTest::newRow("vega") << static_cast<int>(ModelFamily::Sdxl);
    }
    void aCustomLayoutHasAFamily() {
        QFETCH(int, family);
        const Architecture architecture =
            architectureOf(parseUnetConfig(test::tinyConfig(QTest::currentDataTag(), "unet"), "config.json"));
        QCOMPARE(static_cast<int>(architecture.family), family);
        QCOMPARE(architecture.name, std::string("custom layout"));
    }

    void othersAreRefused() {
        QCOMPARE(test::expectError([] { detectUnetConfig(*layoutOf(QStringLiteral("SDXL refiner")).source()); }).code(),
                 ErrorCode::ArchitectureUnknown);
        QCOMPARE(test::expectError([] { detectUnetConfig(*layoutOf(QStringLiteral("VAE")).source()); }).code(),
                 ErrorCode::ArchitectureUnknown);
        auto shapes = layoutOf(QStringLiteral("SD1.x")).shapes;
        shapes["conv_in.weight"] = {320};
        QCOMPARE(test::expectError([&] { detectUnetConfig(test::ShapeSource(shapes)); }).code(),
                 ErrorCode::ArchitectureUnknown);
    }
};

QTEST_APPLESS_MAIN(UnetDetectionTest)
#include "unet_detection_test.moc"
