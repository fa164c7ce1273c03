// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Recipes, renders and conversions that name models of the hubs: fetched first, once, and together.
#include <QtTest/QtTest>

#include <QJsonArray>

#include <csignal>

#include <ATen/ATen.h>

#include "core/weights/memory_source.h"
#include "core/weights/safetensors_file.h"
#include "core/weights/safetensors_writer.h"
#include "tests/app/hub_stage.h"

using namespace segmoe::test;
namespace fs = std::filesystem;

namespace {

constexpr int kLimit = 120'000;  ///< ms, for whatever a busy machine does
const std::string kUnet = "unet/diffusion_pytorch_model.safetensors";

std::string recipe(const std::string& base, const std::string& first, const std::string& second,
                   const std::string& lora) {
    return "base_model: " + base + "\nnum_experts: 2\nnum_experts_per_tok: 1\nmoe_layers: all\nexperts:\n" +
           "  - source_model: " + first + "\n    positive_prompt: a castle\n    negative_prompt: \"\"\n" +
           (lora.empty() ? "" : "    loras:\n      - source_model: " + lora + "\n") + "  - source_model: " + second +
           "\n    positive_prompt: a robot\n    negative_prompt: \"\"\n";
}

/// A change of one projection of the tiny networks.
void writeLora(const fs::path& file) {
    const std::string module = "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_q";
    const auto shape =
        segmoe::SafetensorsFile::open(goldenPath("models/sd1/" + kUnet))->find(module + ".weight")->shape;
    std::string name = "lora_unet_" + module;
    std::replace(name.begin(), name.end(), '.', '_');
    segmoe::MemorySource::Tensors tensors;
    tensors.emplace(name + ".lora_up.weight", at::full({shape[0], 1}, 0.5));
    tensors.emplace(name + ".lora_down.weight", at::full({1, shape[1]}, 0.5));
    segmoe::writeSafetensors(segmoe::MemorySource(std::move(tensors), "style"), file);
}

/// The UNet of a single file alone.
void writeUnetOnly(const fs::path& whole, const fs::path& unet) {
    const auto source = segmoe::SafetensorsFile::open(whole);
    std::vector<std::string> names;
    for (const std::string& name : source->names())
        if (name.starts_with("model.diffusion_model.")) names.push_back(name);
    segmoe::writeSafetensors(*source, unet, {.metadata = source->metadata(), .names = names});
}

}  // namespace

class HubRecipesTest : public QObject, protected HubStage {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void recipesWithLinksOfCivitai_data() {
        QTest::addColumn<QString>("link");
        QTest::newRow("download link") << "https://civitai.com/api/download/models/5?type=Model&format=SafeTensor";
        QTest::newRow("page without a version") << "https://civitai.com/models/4";
        QTest::newRow("page and file") << "https://civitai.com/models/4?fileId=50";
        QTest::newRow("page and version") << "https://civitai.com/models/4/dream?modelVersionId=5";
        QTest::newRow("AIR without a version") << "urn:air:sd1:checkpoint:civitai:4";
        QTest::newRow("short") << "civitai:5";
    }
    void recipesWithLinksOfCivitai() {
        QFETCH(QString, link);
        const fs::path checkpoint = *m_folder / "expert.safetensors";
        const fs::path lora = *m_folder / "style.safetensors";
        QCOMPARE(run({"convert", tinyModel("sd1_expert1"), text(checkpoint)}).exitCode, 0);
        writeLora(lora);
        addCivitai(4, 5, "Checkpoint", readFile(checkpoint));
        addCivitai(7, 8, "LORA", readFile(lora));
        m_server->addRepo("ada/sd1", filesOf("sd1"));
        m_server->addRepo("ada/sd1_expert2", filesOf("sd1_expert2"));
        writeFile(*m_folder / "hub.yaml", recipe("ada/sd1", link.toStdString(), "ada/sd1_expert2",
                                                 "https://civitai.com/api/download/models/8"));
        const ProgramRun mixed =
            run({text(*m_folder / "hub.yaml"), text(*m_folder / "mixed"), "--gates", "equal", "--json"});
        QVERIFY2(mixed.exitCode == 0, mixed.words());
        const std::string models = goldenPath("models").string();
        writeFile(*m_folder / "local.yaml",
                  recipe(models + "/sd1", checkpoint.string(), models + "/sd1_expert2", lora.string()));
        QCOMPARE(run({text(*m_folder / "local.yaml"), text(*m_folder / "local"), "--gates", "equal"}).exitCode, 0);
        QVERIFY(readFile(*m_folder / ("mixed/" + kUnet)) == readFile(*m_folder / ("local/" + kUnet)));

        // nothing is asked for a second time
        m_server->clearLog();
        const ProgramRun planned = run({"plan", text(*m_folder / "hub.yaml"), "--json"});
        QVERIFY2(planned.exitCode == 0, planned.words());
        QVERIFY(m_server->log().empty());
    }

    void dryRunsFetchNothing() {
        addCivitai(4, 5, "Checkpoint", std::string(300'000, 'x'));
        for (const char* model : {"sd1", "sd1_expert2"}) m_server->addRepo(std::string("ada/") + model, filesOf(model));
        const QString file = text(*m_folder / "hub.yaml");
        writeFile(*m_folder / "hub.yaml", recipe("ada/sd1", "https://civitai.com/models/4", "ada/sd1_expert2", {}));
        QCOMPARE(run({"download", "ada/sd1"}).exitCode, 0);
        const auto before = segmoe::standin::filesOf(m_folder->path());
        m_server->clearLog();
        const ProgramRun planned = run({"mix", file, text(*m_folder / "mixed"), "--dry-run", "--json"});
        QVERIFY2(planned.exitCode == 0, planned.words());
        const QJsonArray downloads = planned.document()["downloads"].toArray();
        QCOMPARE(downloads.size(), 2);
        QCOMPARE(downloads[0]["title"].toString(), "Dream v5");
        QCOMPARE(downloads[0]["fetched_bytes"].toInt(), 300'000);
        QCOMPARE(downloads[1]["title"].toString(), "ada/sd1_expert2");
        QCOMPARE(planned.document()["fetched_bytes"].toInt(), 300'000 + downloads[1]["fetched_bytes"].toInt());
        QVERIFY(planned.document()["fits_on_disk"].toBool());
        QVERIFY(m_server->log("storage").empty());
        QVERIFY(!fs::exists(*m_folder / "mixed") && !fs::exists(*m_folder / "home/models"));
        const ProgramRun said = run({"mix", file, text(*m_folder / "mixed"), "--dry-run"});
        QVERIFY2(said.out.contains("Dream v5") && said.out.contains("300 kB"), said.words());
        const auto after = segmoe::standin::filesOf(m_folder->path());
        for (const auto& [name, bytes] : after)
            QVERIFY2(name.starts_with("home/") || before.contains(name), name.c_str());

        // what is here is looked at
        writeFile(*m_folder / "broken.safetensors", "no model");
        writeFile(*m_folder / "hub.yaml", recipe("ada/sd1", "https://civitai.com/models/4", "broken.safetensors", {}));
        const ProgramRun broken = run({"mix", file, text(*m_folder / "mixed"), "--dry-run", "--json"});
        QVERIFY2(broken.exitCode == 1 && broken.out.contains("broken.safetensors"), broken.words());
    }

    void allModelsOfARecipeMustFitTogether() {
        // each alone would fit
        const double free = static_cast<double>(fs::space(m_folder->path()).available);
        for (int model : {4, 7}) addCivitai(model, model + 1, "Checkpoint", std::to_string(model));
        m_server->fail({"civitai", "", "/model-versions/", 0, -1,
                        [free](const segmoe::standin::Request&, segmoe::standin::Answer& answer) {
                            QJsonObject version =
                                QJsonDocument::fromJson(QByteArray::fromStdString(*answer.content)).object();
                            QJsonObject file = version["files"][0].toObject();
                            file["sizeKB"] = free * 0.6 / 1024;
                            version["files"] = QJsonArray{file};
                            answer = segmoe::standin::Answer::json(200, QJsonDocument(version).toJson().toStdString());
                        }});
        writeFile(*m_folder / "hub.yaml", recipe(tinyModel("sd1").toStdString(), "civitai:5", "civitai:8", {}));
        const QStringList mix{"mix", text(*m_folder / "hub.yaml"), text(*m_folder / "mixed"), "--json"};
        const ProgramRun planned = run(mix + QStringList{"--dry-run"});
        QVERIFY2(planned.exitCode == 0, planned.words());
        QVERIFY2(!planned.document()["fits_on_disk"].toBool(true), planned.words());
        QCOMPARE(run(mix).errorCode(), "DiskFull");
        QVERIFY(m_server->log("storage").empty());
    }

    void anInterruptedRunGoesOnWhereItStopped() {
        const fs::path checkpoint = *m_folder / "expert.safetensors";
        QCOMPARE(run({"convert", tinyModel("sd1_expert1"), text(checkpoint)}).exitCode, 0);
        const std::string bytes = readFile(checkpoint);
        addCivitai(4, 5, "Checkpoint", bytes);
        for (const char* model : {"sd1", "sd1_expert2"}) m_server->addRepo(std::string("ada/") + model, filesOf(model));
        writeFile(*m_folder / "hub.yaml", recipe("ada/sd1", "https://civitai.com/models/4", "ada/sd1_expert2", {}));
        const std::uint64_t half = bytes.size() / 2;
        const std::string digest = segmoe::standin::sha256Hex(bytes);
        m_server->fail(
            {"storage", "", digest, 0, -1,
             [half](const segmoe::standin::Request&, segmoe::standin::Answer& answer) { answer.stallAt = half; }});
        const QStringList mix{text(*m_folder / "hub.yaml"), text(*m_folder / "mixed"), "--gates", "equal"};
        QProcess process;
        start(process, mix);
        const fs::path place = *m_folder / "home/models/checkpoints";
        const auto arrived = [&] {
            std::uint64_t most = 0;
            std::error_code gone;
            for (const auto& entry : fs::directory_iterator(place, gone)) {
                const std::string name = entry.path().filename().string();
                if (name.ends_with(".incomplete") && !name.ends_with(".json.incomplete"))
                    most = std::max<std::uint64_t>(most, entry.file_size(gone));
            }
            return most;
        };
        QTRY_VERIFY_WITH_TIMEOUT(arrived() == half || process.waitForFinished(0), kLimit);
        QCOMPARE(process.state(), QProcess::Running);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(kLimit));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!fs::exists(*m_folder / "mixed") && !fs::exists(place / "dream.safetensors"));

        m_server->clearFaults();
        m_server->clearLog();
        const ProgramRun mixed = run(mix);
        QVERIFY2(mixed.exitCode == 0, mixed.words());
        QVERIFY(fs::exists(*m_folder / "mixed/model_index.json"));
        // the rest of the file that was under way; nothing of the repository that had come before it
        for (const auto& record : m_server->log("storage")) {
            if (record.request.target.find(digest) == std::string::npos) continue;
            QCOMPARE(record.request.header("Range"), "bytes=" + std::to_string(half) + "-");
        }
        for (const auto& record : m_server->log("hub"))
            QVERIFY2(record.request.target.find("ada/sd1/") == std::string::npos, record.request.target.c_str());
    }

    void partsOfARenderAreFetchedToo() {
        addCivitai(7, 8, "LORA", [&] {
            writeLora(*m_folder / "style.safetensors");
            return readFile(*m_folder / "style.safetensors");
        }());
        addCivitai(10, 11, "TextualInversion", readFile(goldenPath("embeddings/easy_style.safetensors")));
        m_server->addRepo("ada/sd1", filesOf("sd1"));
        const QString vae = "hf://ada/sd1/vae/diffusion_pytorch_model.safetensors";
        const ProgramRun drawn =
            run(renderTiny(tinyModel("sd1"),
                           {"--lora", "https://civitai.com/models/7:0.5", "--embedding", "civitai:11:word", "--vae",
                            vae, "--seed", "3", "-o", text(*m_folder / "one.png"), "--json"},
                           "a castle, word"));
        QVERIFY2(drawn.exitCode == 0, drawn.words());
        for (const char* file : {"loras/dream.safetensors", "embeddings/dream.safetensors"})
            QVERIFY2(fs::exists(*m_folder / "home/models" / file), file);
        m_server->clearLog();
        const ProgramRun converted =
            run({"convert", tinyModel("sd1_expert1"), text(*m_folder / "other"), "--vae", vae, "--json"});
        QVERIFY2(converted.exitCode == 0, converted.words());
        QVERIFY(m_server->log().empty());

        // a UNet alone takes text encoder and VAE from a donor that has yet to come
        m_server->addRepo("ada/donor", filesOf("sd1"));
        QCOMPARE(run({"convert", tinyModel("sd1"), text(*m_folder / "whole.safetensors")}).exitCode, 0);
        writeUnetOnly(*m_folder / "whole.safetensors", *m_folder / "unet.safetensors");
        const QString unet = text(*m_folder / "unet.safetensors");
        QCOMPARE(run({"convert", unet, text(*m_folder / "made"), "--json"}).errorCode(), "ComponentMissing");
        const ProgramRun made = run({"convert", unet, text(*m_folder / "made"), "--donor", "ada/donor", "--json"});
        QVERIFY2(made.exitCode == 0, made.words());
        QVERIFY(fs::exists(*m_folder / "hf/hub/models--ada--donor/refs/main"));
        const ProgramRun typo =
            run({"convert", tinyModel("sd1"), text(*m_folder / "typo"), "--vae", "vae/x.safetensors", "--json"});
        QCOMPARE(typo.errorCode(), "FileMissing");
    }

    void whatTheLibraryKnowsIsNotFetchedAgain() {
        const std::string bytes = readFile(goldenPath("models/sd1/vae/diffusion_pytorch_model.safetensors"));
        addCivitai(4, 5, "VAE", bytes);
        fs::create_directories(*m_folder / "own");
        writeFile(*m_folder / "own/mine.safetensors", bytes);
        QCOMPARE(run({"models", "scan", text(*m_folder / "own")}).exitCode, 0);
        QCOMPARE(run({"models", "identify", text(*m_folder / "own/mine.safetensors")}).exitCode, 0);
        const ProgramRun fetched = run({"download", "https://civitai.com/models/4"});
        QVERIFY2(fetched.exitCode == 0, fetched.words());
        QVERIFY2(fetched.err.contains("mine.safetensors"), fetched.words());
        const fs::path place = fetched.out.trimmed().toStdString();
        QCOMPARE(place, *m_folder / "home/models/vae/dream.safetensors");
        QVERIFY(fs::equivalent(place, *m_folder / "own/mine.safetensors"));
        QVERIFY(m_server->log("storage").empty());
    }
};

QTEST_GUILESS_MAIN(HubRecipesTest)
#include "hub_recipes_test.moc"
