// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <ATen/ATen.h>

#include "core/weights/safetensors_file.h"
#include "tests/app/program.h"

using namespace segmoe::test;

namespace {

/// The latents a model gives for one fixed request.
at::Tensor latentsOf(const TempDir& folder, const QString& model) {
    const ProgramRun run = runProgram(renderTiny(model,
                                                 {"--seed", "3", "--sampler", "ddim", "-o", text(folder / "probe.png"),
                                                  "--save-latents", text(folder / "probe.safetensors")},
                                                 "a castle"));
    if (run.exitCode != 0) throw std::runtime_error(run.words().toStdString());
    return segmoe::SafetensorsFile::open(folder / "probe.safetensors")->load("latents").clone();
}

}  // namespace

class MixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void invalidRecipeNamesEveryMistakeWithItsLine() {
        const TempDir folder;
        writeFile(folder / "bad.yaml",
                  "base_model: models/base\n"
                  "type: cascade\n"
                  "num_experts: 3\n"
                  "moe_layers: all\n"
                  "num_experts_per_tok: 0\n"
                  "experts:\n"
                  "  - source_model: a\n"
                  "    positive_prompt: x\n"
                  "    negative_prompt: y\n"
                  "  - positive_prompt: z\n");
        const ProgramRun run = runProgram({"mix", "bad.yaml", "out"}, {}, text(folder.path()));
        QVERIFY2(run.exitCode == 2, run.words());
        for (const char* part : {"bad", "line 2", "line 3", "line 5", "line 10", "source_model"})
            QVERIFY2(run.err.contains(part), run.words());
        const ProgramRun json = runProgram({"bad.yaml", "out", "--json"}, {}, text(folder.path()));
        QCOMPARE(json.exitCode, 2);
        QCOMPARE(json.errorCode(), "RecipeValueInvalid");
        writeFile(folder / "bad.yaml", "base_model: [\n");
        QCOMPARE(runProgram({"mix", "bad.yaml", "out", "--json"}, {}, text(folder.path())).errorCode(),
                 "RecipeParseFailed");
        QCOMPARE(entries(folder.path()), QStringList{"bad.yaml"});
    }

    void dryRunForecastsAndWritesNothing() {
        const TempDir folder;
        const ProgramRun run = runProgram({"mix", tinyRecipe(folder), text(folder / "out"), "--dry-run", "--json"});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY2(run.document().value("disk_bytes").toDouble() > 0, run.words());
        QVERIFY2(run.document().value("fits").toBool(), run.words());
        QCOMPARE(entries(folder.path()), QStringList{"tiny.yaml"});
    }

    void savedMixtureRendersLikeItsRecipe() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        const ProgramRun run = runProgram({"mix", recipe, text(folder / "mixed"), "--json"});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(std::filesystem::exists(folder / "mixed/model_index.json"));
        QVERIFY2(run.document().value("bytes").toDouble() > 0, run.words());
        QCOMPARE(entries(folder.path()), (QStringList{"mixed", "tiny.yaml"}));

        const ProgramRun inspected = runProgram({"inspect", text(folder / "mixed"), "--gates", "--json"});
        QVERIFY2(inspected.exitCode == 0, inspected.words());
        QCOMPARE(inspected.document().value("kind").toString(), "segmoe");
        QVERIFY2(inspected.out.contains("D0.A0.T0.self"), inspected.words());

        QVERIFY(at::equal(latentsOf(folder, recipe), latentsOf(folder, text(folder / "mixed"))));
        QVERIFY(!at::equal(latentsOf(folder, recipe), latentsOf(folder, tinyModel("sd1"))));

        // the form of the reference program, convert, and the same bytes again
        QCOMPARE(runProgram({recipe, text(folder / "again")}).exitCode, 0);
        QCOMPARE(runProgram({"convert", recipe, text(folder / "converted")}).exitCode, 0);
        const std::string unet = "unet/diffusion_pytorch_model.safetensors";
        QVERIFY(readFile(folder / ("mixed/" + unet)) == readFile(folder / ("again/" + unet)));
        QVERIFY(readFile(folder / ("mixed/" + unet)) == readFile(folder / ("converted/" + unet)));
    }

    void mixtureInOneFile() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        const ProgramRun run = runProgram({"mix", recipe, text(folder / "mixed.safetensors"), "--gates", "equal"});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY2(run.out.startsWith(text(folder / "mixed.safetensors").toUtf8() + "\n"), run.words());
        QCOMPARE(entries(folder.path()), (QStringList{"mixed.safetensors", "tiny.yaml"}));
        const ProgramRun inspected = runProgram({"inspect", text(folder / "mixed.safetensors"), "--tensors", "--json"});
        QVERIFY2(inspected.exitCode == 0, inspected.words());
        QVERIFY2(inspected.out.contains("experts.1."), inspected.words());
    }

    void convertToAWiderTypeAndBackIsExact() {
        const TempDir folder;
        QCOMPARE(runProgram({"convert", tinyModel("sd1"), text(folder / "wide"), "--dtype", "fp32"}).exitCode, 0);
        const ProgramRun back =
            runProgram({"convert", text(folder / "wide"), text(folder / "back"), "--dtype", "fp16", "--json"});
        QVERIFY2(back.exitCode == 0, back.words());
        QVERIFY2(back.document().value("bytes").toDouble() > 0, back.words());
        const std::string unet = "unet/diffusion_pytorch_model.safetensors";
        const auto before = segmoe::SafetensorsFile::open(goldenPath("models/sd1/" + unet));
        const auto wide = segmoe::SafetensorsFile::open(folder / ("wide/" + unet));
        const auto after = segmoe::SafetensorsFile::open(folder / ("back/" + unet));
        for (const std::string& name : before->names()) {
            QVERIFY2(wide->load(name).scalar_type() == at::kFloat, name.c_str());
            QVERIFY2(after->load(name).scalar_type() == at::kHalf, name.c_str());
            QVERIFY2(at::equal(before->load(name), after->load(name)), name.c_str());
        }
    }

    void convertThereAndBack() {
        const TempDir folder;
        const ProgramRun there = runProgram({"convert", tinyModel("sd1"), text(folder / "one.safetensors")});
        QVERIFY2(there.exitCode == 0, there.words());
        QCOMPARE(
            runProgram({"inspect", text(folder / "one.safetensors"), "--json"}).document().value("kind").toString(),
            "single_file");
        const ProgramRun back = runProgram({"convert", text(folder / "one.safetensors"), text(folder / "back")});
        QVERIFY2(back.exitCode == 0, back.words());
        for (const std::string file : {"unet/diffusion_pytorch_model.safetensors",
                                       "vae/diffusion_pytorch_model.safetensors", "text_encoder/model.safetensors"}) {
            const auto before = segmoe::SafetensorsFile::open(goldenPath("models/sd1/" + file));
            const auto after = segmoe::SafetensorsFile::open(folder / ("back/" + file));
            for (const std::string& name : before->names()) {
                if (name.ends_with("position_ids")) continue;
                // Text encoders are written with the prefix that single files have, whichever spelling the folder used.
                const std::string written = after->contains(name) ? name : "text_model." + name;
                QVERIFY2(after->contains(written), written.c_str());
                QVERIFY2(at::equal(before->load(name), after->load(written)), name.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(MixTest)
#include "mix_test.moc"
