// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/external_parts.h"

#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/pipeline/recipe_model.h"
#include "core/pipeline/recipe_parts.h"
#include "core/weights/normalised_source.h"
#include "tests/core/pipeline/single_file_maker.h"
#include "tests/support/test_support.h"

using namespace segmoe;
using namespace segmoe::pipeline;
using test::goldenPath;
using test::singleFile;
using test::TempDir;
using test::tinyModel;

namespace {

ModelFiles open(const std::filesystem::path& path, const ModelSearch& search = {}) {
    return openModelFiles(ModelRef::parse(path.string()), search);
}

bool isNoticed(const ModelFiles& files, const std::string& words) {
    for (const std::string& notice : files.notices)
        if (notice.find(words) != std::string::npos) return true;
    return false;
}

const UsedFile* usedFile(const ModelFiles& files, UsedFile::Role role) {
    for (const UsedFile& used : files.usedFiles)
        if (used.role == role) return &used;
    return nullptr;
}

bool sameTensors(const TensorSource& a, const TensorSource& b) {
    if (a.names() != b.names()) return false;
    for (const std::string& name : a.names())
        if (!at::equal(a.load(name), b.load(name))) return false;
    return true;
}

}  // namespace

class ExternalPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDonorLendsWhatAFileLacks() {
        const TempDir dir;
        const ModelFiles donor = tinyModel("sd1");
        const auto path = singleFile(dir, "sd1_expert1", "u");
        const ModelFiles files = open(path, {.donor = ModelRef::parse(goldenPath("models/sd1").string())});
        QVERIFY(isNoticed(files, "has no VAE; the one of 'sd1' is used"));
        QVERIFY(isNoticed(files, "has no text encoder; the one of 'sd1' is used"));
        QVERIFY(sameTensors(*files.vae, *donor.vae));
        QCOMPARE(files.encoders.size(), std::size_t(1));
        QVERIFY(files.encoders[0].tokenizer != nullptr);
        QVERIFY(sameTensors(*files.unet, *tinyModel("sd1_expert1").unet));
        QCOMPARE(usedFile(files, UsedFile::Role::Vae)->name, std::string("sd1"));
        QCOMPARE(usedFile(files, UsedFile::Role::TextEncoder)->name, std::string("sd1"));
        QVERIFY(files.usedFiles.front().role == UsedFile::Role::Model);
        const Error alone = test::expectError([&] { open(path); });
        QVERIFY(alone.code() == ErrorCode::ComponentMissing);
        QVERIFY(std::string(alone.what()).find("--donor") != std::string::npos);
    }

    void aDonorOfAnotherFamilyIsRefused() {
        const TempDir dir;
        const auto donor = [](const char* name) {
            return ModelSearch{.donor = ModelRef::parse(goldenPath(std::string("models/") + name).string())};
        };
        const auto noVae = singleFile(dir, "sd1", "ut"), noText = singleFile(dir, "sd1", "uv");
        QVERIFY(test::expectError([&] { open(noVae, donor("sdxl")); }).code() == ErrorCode::ArchitectureMismatch);
        const Error error = test::expectError([&] { open(noText, donor("sdxl")); });
        QVERIFY(error.code() == ErrorCode::ArchitectureMismatch);
        QVERIFY2(std::string(error.what()).find("text encoder") != std::string::npos, error.what());
    }

    void aVaeReplacesTheModels_data() {
        QTest::addColumn<QString>("place");
        for (const char* place : {"folder of a VAE", "folder of a model", "file of a VAE", "whole checkpoint"})
            QTest::newRow(place) << place;
    }
    void aVaeReplacesTheModels() {
        QFETCH(QString, place);
        const TempDir dir;
        const ModelFiles other = tinyModel("sd1_expert1");
        std::string source = goldenPath("models/sd1_expert1").string();
        if (place == "folder of a VAE") source += "/vae";
        if (place == "file of a VAE") source += "/vae/diffusion_pytorch_model.safetensors";
        if (place == "whole checkpoint") source = singleFile(dir, "sd1_expert1", "uvt").string();
        const ModelFiles files = open(goldenPath("models/sd1"), {.vae = source});
        QVERIFY(sameTensors(*normalisedVae(files.vae), *normalisedVae(other.vae)));
        QVERIFY(isNoticed(files, "The VAE of"));
        const UsedFile* used = usedFile(files, UsedFile::Role::Vae);
        QVERIFY(used && used->file.extension() == ".safetensors");
        QVERIFY(sameTensors(*files.unet, *tinyModel("sd1").unet));
    }

    void aVaeNeedsNoDonor() {
        const TempDir dir;
        const ModelFiles files = open(singleFile(dir, "sd1", "ut"), {.vae = goldenPath("models/sd1_expert1").string()});
        QVERIFY(sameTensors(*files.vae, *tinyModel("sd1_expert1").vae));
        QVERIFY(!isNoticed(files, "has no VAE"));
    }

    void whatIsNoVaeIsRefused() {
        const TempDir dir;
        const auto code = [](const std::string& source) {
            return test::expectError([&] { open(goldenPath("models/sd1"), {.vae = source}); }).code();
        };
        test::writeFile(dir / "vae.pt", std::string("\x80\x02}q\x00.", 6));
        QVERIFY(code((dir / "vae.pt").string()) == ErrorCode::PickleRefused);
        QVERIFY(code((dir / "none.safetensors").string()) == ErrorCode::FileMissing);
        QVERIFY(code(singleFile(dir, "sd1", "ut").string()) == ErrorCode::ComponentMissing);
        test::writeFile(dir / "recipe.yaml", "base_model: x");
        QVERIFY(code((dir / "recipe.yaml").string()) == ErrorCode::FormatUnsupported);
    }

    void expertsBorrowFromABaseThatBorrowsItself() {
        const TempDir dir;
        MixRecipe recipe;
        recipe.base = singleFile(dir, "sd1", "u").string();
        for (const char* name : {"sd1_expert1", "sd1_expert2"}) {
            ExpertSpec& expert = recipe.experts.emplace_back();
            expert.source = singleFile(dir, name, "u").string();
            expert.positive = {{"a castle", 1.0}};
        }
        const ModelSearch search{.donor = ModelRef::parse(goldenPath("models/sd1").string())};
        const RecipeParts parts = openRecipe(recipe, search, false);
        QVERIFY(sameTensors(*parts.experts[1].vae, *tinyModel("sd1").vae));
        QVERIFY(parts.experts[1].encoders[0].tokenizer != nullptr);
        // One model is named as what lent its VAE, not one per expert.
        const ModelFiles mixture = openRecipeHeaders(recipe, search, false);
        QCOMPARE(static_cast<int>(std::ranges::count(mixture.usedFiles, UsedFile::Role::Vae, &UsedFile::role)), 1);
    }

    void trainingIsReadFromASingleFile_data() {
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isVelocity");
        QTest::addColumn<bool>("isZeroSnr");
        QTest::newRow("nothing") << ""
                                 << "modelspec.title"
                                 << "x" << false << false;
        QTest::newRow("v_pred") << "v_pred"
                                << ""
                                << "" << true << false;
        QTest::newRow("v_pred and ztsnr") << "v_pred ztsnr"
                                          << ""
                                          << "" << true << true;
        QTest::newRow("predict_key v") << ""
                                       << "modelspec.predict_key"
                                       << "v" << true << false;
        QTest::newRow("prediction_type v") << ""
                                           << "modelspec.prediction_type"
                                           << "v" << true << false;
        QTest::newRow("prediction_type epsilon") << ""
                                                 << "modelspec.prediction_type"
                                                 << "epsilon" << false << false;
        QTest::newRow("kohya v") << ""
                                 << "ss_v_parameterization"
                                 << "True" << true << false;
        QTest::newRow("kohya zero SNR") << ""
                                        << "ss_zero_terminal_snr"
                                        << "True" << false << true;
        QTest::newRow("a tensor outdoes a text") << "v_pred"
                                                 << "modelspec.predict_key"
                                                 << "epsilon" << true << false;
    }
    void trainingIsReadFromASingleFile() {
        QFETCH(QString, marks);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, isVelocity);
        QFETCH(bool, isZeroSnr);
        const TempDir dir;
        std::vector<std::string> tensors;
        for (const QString& mark : marks.split(' ', Qt::SkipEmptyParts)) tensors.push_back(mark.toStdString());
        std::map<std::string, std::string> metadata;
        if (!key.isEmpty()) metadata[key.toStdString()] = value.toStdString();
        const ModelFiles files = open(singleFile(dir, "sd1", "uvt", tensors, metadata));
        QCOMPARE(files.scheduler.predictionType == samplers::PredictionType::VPrediction, isVelocity);
        QCOMPARE(files.scheduler.rescaleBetasZeroSnr, isZeroSnr);
    }

    void sd2SaysThatItIsAGuess() {
        const TempDir dir;
        QVERIFY(isNoticed(open(singleFile(dir, "sd2", "uvt")), "noise or velocity"));
        QVERIFY(!isNoticed(open(singleFile(dir, "sd2", "uvt", {"v_pred"})), "noise or velocity"));
        QVERIFY(!isNoticed(open(singleFile(dir, "sd1", "uvt")), "noise or velocity"));
    }
};

QTEST_APPLESS_MAIN(ExternalPartsTest)
#include "external_parts_test.moc"
