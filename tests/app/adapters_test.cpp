// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <QJsonArray>

#include <ATen/ATen.h>

#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/app/program.h"

using namespace segmoe::test;
using segmoe::MemorySource;
using segmoe::SafetensorsFile;

namespace {

/// Renders a tiny model into latents.safetensors of the folder and reads them.
ProgramRun render(const TempDir& folder, const QString& model, const QStringList& more) {
    const QStringList always = {"--seed", "3", "--json", "-o", "one.png", "--save-latents", "latents.safetensors"};
    return runProgram(renderTiny(model, always + more, "a castle, easy_style"), {}, text(folder.path()));
}

at::Tensor latents(const TempDir& folder) {
    return SafetensorsFile::open(folder / "latents.safetensors")->load("latents").clone();
}

/// A change of one projection of the tiny SD 1 network, in one of the spellings.
std::filesystem::path adapter(const TempDir& folder, const std::string& kind) {
    const std::string module = "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_q";
    const auto unet = SafetensorsFile::open(goldenPath("models/sd1/unet/diffusion_pytorch_model.safetensors"));
    const std::vector<std::int64_t> shape = unet->find(module + ".weight")->shape;
    std::string name = "lora_unet_" + module;
    std::replace(name.begin(), name.end(), '.', '_');
    const auto half = [](std::int64_t rows, std::int64_t columns) { return at::full({rows, columns}, 0.5); };
    MemorySource::Tensors tensors;
    if (kind == "LoHa") {
        for (const char* factor : {".hada_w1", ".hada_w2"}) {
            tensors.emplace(name + factor + "_a", half(shape[0], 1));
            tensors.emplace(name + factor + "_b", half(1, shape[1]));
        }
    } else if (kind == "LoKr") {
        tensors.emplace(name + ".lokr_w1", half(2, 2));
        tensors.emplace(name + ".lokr_w2", half(shape[0] / 2, shape[1] / 2));
    } else {
        tensors.emplace(name + ".lora_up.weight", half(shape[0], 1));
        tensors.emplace(name + ".lora_down.weight", half(1, shape[1]));
        tensors.emplace(name + ".dora_scale", half(shape[0], 1));
    }
    tensors.emplace("stranger", at::ones({1}));
    segmoe::writeSafetensors(MemorySource(std::move(tensors), "style"), folder / "style.safetensors");
    return folder / "style.safetensors";
}

/// The UNet of the tiny SD 1 model alone, in the single-file layout.
void writeUnetOnly(const TempDir& folder) {
    const ProgramRun written = runProgram({"convert", tinyModel("sd1"), "whole.safetensors"}, {}, text(folder.path()));
    if (written.exitCode != 0) qFatal("%s", qPrintable(written.out));
    const auto whole = SafetensorsFile::open(folder / "whole.safetensors");
    std::vector<std::string> names;
    for (const std::string& name : whole->names())
        if (name.starts_with("model.diffusion_model.")) names.push_back(name);
    segmoe::writeSafetensors(*whole, folder / "unet.safetensors", {.metadata = whole->metadata(), .names = names});
}

}  // namespace

class AdaptersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loraTakesEveryKind_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"LoHa", "LoKr", "DoRA"}) QTest::newRow(kind) << kind;
    }
    void loraTakesEveryKind() {
        QFETCH(QString, kind);
        const TempDir folder;
        const QString file = text(adapter(folder, kind.toStdString()));
        QVERIFY(render(folder, tinyModel("sd1"), {}).exitCode == 0);
        const at::Tensor plain = latents(folder);
        const ProgramRun run = render(folder, tinyModel("sd1"), {"--lora", file + ":0.8"});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(!at::equal(latents(folder), plain));
        QVERIFY2(run.out.contains("'stranger'"), run.words());  // what is left out is said by name
        const ProgramRun none = render(folder, tinyModel("sd1"), {"--lora", file + ":0"});
        QVERIFY2(none.exitCode == 0, none.words());
        QVERIFY(at::equal(latents(folder), plain));
        const QString recipe = tinyRecipe(folder);
        QVERIFY(render(folder, recipe, {}).exitCode == 0);
        const at::Tensor mixture = latents(folder);
        QVERIFY2(render(folder, recipe, {"--lora", file}).exitCode == 0, run.words());
        QVERIFY(!at::equal(latents(folder), mixture));
    }

    void anEmbeddingIsCalledByThePrompt() {
        const TempDir folder;
        QVERIFY(render(folder, tinyModel("sd1"), {}).exitCode == 0);
        const at::Tensor plain = latents(folder);
        const QString file = text(goldenPath("embeddings/easy_style.safetensors"));
        const ProgramRun run = render(folder, tinyModel("sd1"), {"--embedding", file});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(!at::equal(latents(folder), plain));
        QVERIFY(readFile(folder / "one.png").find("embed:easy_style") != std::string::npos);
        // Called by another word, the prompt does not name it.
        QVERIFY(render(folder, tinyModel("sd1"), {"--embedding", file + ":elsewhere"}).exitCode == 0);
        QVERIFY(at::equal(latents(folder), plain));
        const ProgramRun wrong = render(folder, tinyModel("sdxl"), {"--embedding", file});
        QVERIFY2(wrong.exitCode == 1 && wrong.errorCode() == "ArchitectureMismatch", wrong.words());
        const ProgramRun looked = runProgram({"inspect", file, "--json"});
        QCOMPARE(looked.document().value("kind").toString(), "embedding");
        QCOMPARE(looked.document().value("vectors").toInt(), 3);
    }

    void aVaeFromElsewhereChangesThePictureOnly() {
        const TempDir folder;
        QVERIFY(render(folder, tinyModel("sd1"), {}).exitCode == 0);
        const at::Tensor plain = latents(folder);
        const std::string picture = readFile(folder / "one.png");
        const ProgramRun run = render(folder, tinyModel("sd1"), {"--vae", tinyModel("sd1_expert1") + "/vae"});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(at::equal(latents(folder), plain));
        const std::string other = readFile(folder / "one.png");
        QVERIFY(other != picture);
        QVERIFY(other.find("VAE: vae") != std::string::npos && other.find("VAE hash: ") != std::string::npos);
    }

    void aDonorCompletesAUnetAndIsNamed() {
        const TempDir folder;
        writeUnetOnly(folder);
        QVERIFY(render(folder, tinyModel("sd1"), {}).exitCode == 0);
        const at::Tensor plain = latents(folder);
        const ProgramRun alone = render(folder, "unet.safetensors", {});
        QVERIFY2(alone.exitCode == 1 && alone.errorCode() == "ComponentMissing", alone.words());
        const ProgramRun run = render(folder, "unet.safetensors", {"--donor", tinyModel("sd1")});
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(at::equal(latents(folder), plain));
        const QJsonArray notices = run.document().value("notices").toArray();
        QVERIFY2(run.out.contains("has no VAE; the one of 'sd1' is used") && notices.size() >= 2, run.words());
        const std::string picture = readFile(folder / "one.png");
        QVERIFY(picture.find("VAE: sd1") != std::string::npos &&
                picture.find("Text encoder: sd1") != std::string::npos);
    }

    void aConvertedUnetTakesTheDonorsParts() {
        const TempDir folder;
        writeUnetOnly(folder);
        const auto convert = [&folder](const QStringList& more) {
            return runProgram(QStringList{"convert", "unet.safetensors", "completed", "--json"} + more, {},
                              text(folder.path()));
        };
        const ProgramRun alone = convert({});
        QVERIFY2(alone.exitCode == 1 && alone.errorCode() == "ComponentMissing", alone.words());
        QVERIFY(!std::filesystem::exists(folder / "completed"));
        const ProgramRun given = convert({"--donor", tinyModel("sd1")});
        QVERIFY2(given.exitCode == 0, given.words());
        QVERIFY2(given.document().value("notices").toArray().size() >= 2, given.words());
        // What was written renders like the model it was taken from, with nothing beside it.
        QVERIFY(render(folder, tinyModel("sd1"), {}).exitCode == 0);
        const at::Tensor plain = latents(folder);
        const ProgramRun again = render(folder, "completed", {});
        QVERIFY2(again.exitCode == 0, again.words());
        QVERIFY(at::equal(latents(folder), plain));
    }
    void aRecipeHasItsOwnDonor() {
        const TempDir folder;
        const std::string model = tinyModel("sd1").toStdString();
        const std::string expert = "  - {source_model: " + model + ", positive_prompt: a, negative_prompt: b}\n";
        writeFile(folder / "mix.yaml", "base_model: " + model + "\nnum_experts: 2\nexperts:\n" + expert + expert);
        const ProgramRun run =
            runProgram({"convert", "mix.yaml", "out", "--donor", tinyModel("sd1"), "--json"}, {}, text(folder.path()));
        QVERIFY2(run.errorCode() == "RequestInvalid" && run.out.contains("base_model"), run.words());
    }

    void picklesAreRefusedEverywhere_data() {
        QTest::addColumn<QString>("option");
        for (const char* option : {"--lora", "--embedding", "--vae", "--donor"}) QTest::newRow(option) << option;
    }
    void picklesAreRefusedEverywhere() {
        QFETCH(QString, option);
        const TempDir folder;
        writeFile(folder / "x.pt", std::string("\x80\x02}q\x00.", 6));
        const ProgramRun run = render(folder, tinyModel("sd1"), {option, "x.pt"});
        QCOMPARE(run.errorCode(), "PickleRefused");
        QVERIFY2(run.out.contains(".safetensors"), run.words());
    }
};

QTEST_APPLESS_MAIN(AdaptersTest)
#include "adapters_test.moc"
