// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "tests/app/program.h"
#include "tests/support/measured_run.h"
#include "tests/support/model_folders.h"

using namespace segmoe::test;

namespace {

namespace fs = std::filesystem;

constexpr int kExperts = 4;
constexpr std::int64_t kLimit = 300'000'000;
constexpr std::uintmax_t kRoom = 8'000'000'000;

/// A base and four experts of the size of SD 1.5; returns the recipe.
QString recipeOfTrueSize(const TempDir& folder) {
    MadeUpWeights weights;
    weights.fill = MadeUpWeights::Fill::Holes;
    writeMadeUpPipeline(folder / "base", weights);
    std::string yaml =
        "base_model: ./base\ntype: sd\nnum_experts: 4\nnum_experts_per_tok: 2\nmoe_layers: all\nexperts:\n";
    for (int e = 0; e < kExperts; ++e) {
        const std::string name = "expert" + std::to_string(e);
        writeMadeUpSibling(folder / name, folder / "base", weights);
        yaml += "  - source_model: ./" + name + "\n    positive_prompt: a cat\n    negative_prompt: \"\"\n";
    }
    writeFile(folder / "mix.yaml", yaml);
    return text(folder / "mix.yaml");
}

}  // namespace

/// The memory of a merge does not grow with the models: the real program, the true number of bytes.
class MixMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fourExpertsOfTrueSize_data() {
        QTest::addColumn<QString>("dtype");
        QTest::newRow("copied from file to file") << "keep";
        QTest::newRow("every tensor converted") << "bf16";
    }
    void fourExpertsOfTrueSize() {
        QFETCH(QString, dtype);
        const TempDir folder;
        if (const auto space = fs::space(folder.path()); space.available < kRoom)
            QSKIP("less than 8 GB are free in the folder for temporary files");
        const QString recipe = recipeOfTrueSize(folder);
        const MeasuredRun bare = runMeasured(folder / "bare.json", SEGMOE_PROGRAM, {"--version"});
        QCOMPARE(bare.exitCode, 0);
        const MeasuredRun run =
            runMeasured(folder / "run.json", SEGMOE_PROGRAM,
                        {"mix", recipe, text(folder / "mixed"), "--gates", "random", "--dtype", dtype});
        QVERIFY2(run.exitCode == 0, run.err);

        const fs::path unet = folder / "mixed/unet/diffusion_pytorch_model.safetensors";
        const auto written = static_cast<double>(fs::file_size(unet));
        qInfo("peak %.0f MB, of which the bare program %.0f MB; UNet of %.2f GB in %.1f s",
              static_cast<double>(run.peakBytes) / 1e6, static_cast<double>(bare.peakBytes) / 1e6, written / 1e9,
              run.seconds);
        QVERIFY2(written > 2.8e9, "four experts of SD 1.5 and what they share are 1.43e9 numbers of two bytes");
        QVERIFY2(run.peakBytes < kLimit, qPrintable(QString::number(run.peakBytes)));
    }
};

QTEST_GUILESS_MAIN(MixMemoryTest)
#include "mix_memory_test.moc"
