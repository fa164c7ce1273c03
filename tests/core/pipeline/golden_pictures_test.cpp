// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include "core/engine/render_engine.h"
#include "core/images/png_codec.h"
#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/core/pipeline/golden_request.h"
#include "tests/core/pipeline/single_file_maker.h"
#include "tests/support/golden_tensors.h"
#include "tests/support/test_support.h"

using namespace segmoe;

namespace {

std::filesystem::path writePicture(const at::Tensor& pixels, const std::filesystem::path& file) {
    Picture picture{static_cast<int>(pixels.size(1)), static_cast<int>(pixels.size(0)), {}};
    const at::Tensor own = pixels.contiguous();
    picture.rgb.assign(own.const_data_ptr<std::uint8_t>(), own.const_data_ptr<std::uint8_t>() + own.numel());
    images::writePng(file, picture);
    return file;
}

StartImage startOf(const SafetensorsFile& golden, const nlohmann::json& settings, const test::TempDir& folder) {
    StartImage start;
    start.file = writePicture(golden.load("picture"), folder / "picture.png");
    start.strength = settings["strength"].get<double>();
    start.maskBlur = 0;
    if (golden.contains("mask")) start.mask = writePicture(golden.load("mask"), folder / "mask.png");
    return start;
}

}  // namespace

/// Whole pictures from fixed start latents against diffusers' own pipelines (tests/golden/golden_pipeline.py).
class GoldenPicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samePicture_data() {
        QTest::addColumn<QString>("file");
        for (const auto& entry : std::filesystem::directory_iterator(test::goldenPath("pipeline")))
            QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
    }

    void samePicture() {
        QFETCH(QString, file);
        const auto golden = SafetensorsFile::open(file.toStdString());
        const test::TempDir folder;
        const auto settings = nlohmann::json::parse(golden->metadata().at("case"));
        RenderRequest request = test::goldenRequest(settings);
        if (golden->contains("start")) {
            request.latentsFile = folder / "start.safetensors";
            writeSafetensors(MemorySource({{"latents", golden->load("start")}}), request.latentsFile);
        } else {
            request.seed = settings["seed"].get<std::int64_t>();
            request.start = startOf(*golden, settings, folder);
        }
        compare(std::move(request), *golden, folder);
    }

    /// The same networks as a checkpoint with LDM names; the text encoders, whose tokenizer is a tiny one, are lent.
    /// Solvers whose steps lie, with the configs of the folders, where they lie for every file that comes without one.
    void samePictureOfASingleFile_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"sd1_ddim", "sd2_v_ddim", "sdxl_euler", "ssd1b_euler", "vega_dpmpp_2m"})
            QTest::newRow(name) << QString::fromStdString(
                test::goldenPath(std::string("pipeline/") + name + ".safetensors").string());
    }

    void samePictureOfASingleFile() {
        QFETCH(QString, file);
        const auto golden = SafetensorsFile::open(file.toStdString());
        const test::TempDir folder;
        const auto settings = nlohmann::json::parse(golden->metadata().at("case"));
        RenderRequest request = test::goldenRequest(settings);
        request.latentsFile = folder / "start.safetensors";
        writeSafetensors(MemorySource({{"latents", golden->load("start")}}), request.latentsFile);
        request.donor = request.model;
        const auto model = settings["model"].get<std::string>();
        const std::vector<std::string> marks =
            model == "sd2" ? std::vector<std::string>{"v_pred"} : std::vector<std::string>{};
        request.model = test::singleFile(folder, model, "uv", marks).string();
        compare(std::move(request), *golden, folder);
    }

private:
    void compare(RenderRequest request, const SafetensorsFile& golden, const test::TempDir& folder) {
        request.saveLatentsFile = folder / "final.safetensors";

        RenderEngine engine;
        const RenderReport report = engine.render(request, {}, {});
        QVERIFY2(report.outcome == RenderOutcome::Done, report.failure.message.c_str());

        const auto final = SafetensorsFile::open(request.saveLatentsFile);
        const double error = test::relativeRms(final->load("latents"), golden.load("final"));
        QVERIFY2(error < test::kLatentLimit, qPrintable(QStringLiteral("final latents differ by %1").arg(error)));

        const Picture& picture = report.result.images.front().picture;
        const at::Tensor theirs = golden.load("image").to(at::kInt).flatten();
        QCOMPARE(static_cast<std::int64_t>(picture.rgb.size()), theirs.numel());
        // outside of a mask ours is the start picture itself, theirs went through the autoencoder
        const bool isMasked = golden.contains("mask");
        const at::Tensor start = isMasked ? golden.load("picture").to(at::kInt).flatten() : theirs;
        const at::Tensor mask = isMasked ? golden.load("mask").flatten() : at::full_like(theirs, 255, at::kByte);
        int largest = 0;
        for (std::size_t i = 0; i < picture.rgb.size(); ++i)
            if (mask.const_data_ptr<std::uint8_t>()[i] == 0)
                QCOMPARE(static_cast<int>(picture.rgb[i]), start.const_data_ptr<int>()[i]);
            else
                largest =
                    std::max(largest, std::abs(static_cast<int>(picture.rgb[i]) - theirs.const_data_ptr<int>()[i]));
        QVERIFY2(largest <= test::kPixelLimit, qPrintable(QStringLiteral("a pixel differs by %1 levels").arg(largest)));
    }
};

QTEST_APPLESS_MAIN(GoldenPicturesTest)
#include "golden_pictures_test.moc"
