// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <QJsonArray>

#include <nlohmann/json.hpp>

#include "tests/app/program.h"

using namespace segmoe::test;

namespace {

const std::string kUnet = "/unet/diffusion_pytorch_model.safetensors";

/// Digests by hashlib (tests/golden/golden_hashes.py), by the file's path in the repository.
QString golden(const std::string& file, const char* which = "sha256") {
    static const auto table = nlohmann::json::parse(readFile(goldenPath("hashes/digests.json")));
    return QString::fromStdString(table.at(file).at(which).get<std::string>());
}

QString modelDigest(const std::string& name) { return golden("tests/golden/data/models/" + name + kUnet); }

QJsonObject inspected(const QString& path, const QStringList& more, const std::filesystem::path& home) {
    const ProgramRun run = runProgram(QStringList{"inspect", path, "--json"} + more, {}, {}, home);
    if (run.exitCode != 0) throw std::runtime_error(run.words().toStdString());
    return run.document();
}

QString lora() { return text(goldenPath("hashes/style.safetensors")); }

QStringList renderArguments(const QString& model, const TempDir& folder) {
    return {"render",  model,  "-p",       "a castle by the sea",
            "--width", "64",   "--height", "64",
            "--steps", "1",    "--seed",   "3",
            "--dtype", "fp32", "-o",       text(folder / "one.png")};
}

/// What the picture says, as the last line of its `parameters` and as its own chunk.
QJsonObject renderedSettings(const QString& model, const QStringList& more, const TempDir& folder) {
    const ProgramRun run = runProgram(renderArguments(model, folder) + more, {}, {}, folder / "home");
    if (run.exitCode != 0) throw std::runtime_error(run.words().toStdString());
    return inspected(text(folder / "one.png"), {}, folder / "home");
}

}  // namespace

class HashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesNameTheFilesOfARecipe() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder, "    loras:\n      - source_model: " + lora().toStdString() + "\n");
        const QJsonObject picture = renderedSettings(recipe, {}, folder);
        const QString line = picture["parameters"].toString().section('\n', -1);
        const QString base = modelDigest("sd1"), first = modelDigest("sd1_expert1"),
                      second = modelDigest("sd1_expert2");
        QVERIFY2(line.contains("Model hash: " + base.left(10) + ", "), qPrintable(line));
        QVERIFY2(line.contains("SegMoE experts: \"sd1_expert1: " + first.left(10) +
                               ", sd1_expert2: " + second.left(10) + "\""),
                 qPrintable(line));
        const QString data = golden("tests/golden/data/hashes/style.safetensors", "data");
        QVERIFY2(line.endsWith(QString(R"(Hashes: {"model":"%1","expert:sd1_expert1":"%2","expert:sd1_expert2":"%3",)"
                                       R"("lora:style":"%4"})")
                                   .arg(base.left(10), first.left(10), second.left(10), data.left(12))),
                 qPrintable(line));

        const QJsonObject mix = picture["segmoe"].toObject()["mix"].toObject();
        QCOMPARE(mix["base"].toObject()["sha256"].toString(), base);
        const QJsonArray experts = mix["experts"].toArray();
        QCOMPARE(experts[0].toObject()["sha256"].toString(), first);
        QCOMPARE(experts[1].toObject()["sha256"].toString(), second);
        QCOMPARE(experts[1].toObject()["loras"].toArray()[0].toObject()["sha256"].toString(),
                 golden("tests/golden/data/hashes/style.safetensors"));
    }

    void picturesNameASingleModelAndItsLoras() {
        const TempDir folder;
        const QString line =
            renderedSettings(tinyModel("sd1"), {"--lora", lora() + ":0.5"}, folder)["parameters"].toString();
        QVERIFY2(line.contains("Model hash: " + modelDigest("sd1").left(10)), qPrintable(line));
        QVERIFY2(line.contains("\"lora:style\":\"" +
                               golden("tests/golden/data/hashes/style.safetensors", "data").left(12) + "\""),
                 qPrintable(line));
    }

    void inspectTellsAndRemembers() {
        const TempDir folder;
        const QString model = tinyModel("sd1_expert1");
        QVERIFY(!inspected(model, {}, folder / "home").contains("hashes"));
        const QJsonObject hashes = inspected(model, {"--hashes"}, folder / "home")["hashes"].toObject();
        QCOMPARE(hashes["sha256"].toString(), modelDigest("sd1_expert1"));
        QCOMPARE(hashes["auto_v2"].toString(), modelDigest("sd1_expert1").left(10));
        QCOMPARE(hashes["auto_v3"].toString(), golden("tests/golden/data/models/sd1_expert1" + kUnet, "data").left(12));
        QVERIFY(hashes["file"].toString().endsWith(QString::fromStdString(kUnet)));
        QCOMPARE(inspected(model, {}, folder / "home")["hashes"].toObject(), hashes);

        const QString picture = text(goldenPath("images/rgb.png"));
        QCOMPARE(inspected(picture, {"--hashes"}, folder / "home")["hashes"].toObject()["sha256"].toString(),
                 golden("tests/golden/data/images/rgb.png"));
    }

    void theStartersModelsDiffer_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"base", "fish", "flower", "house"}) QTest::newRow(name) << QString(name);
    }
    void theStartersModelsDiffer() {
        QFETCH(QString, name);
        const TempDir folder;
        const QString model = QString(SEGMOE_BUILD_DIR "/share/segmoe-studio/starter/") + name;
        QCOMPARE(inspected(model, {"--hashes"}, folder / "home")["hashes"].toObject()["sha256"].toString(),
                 golden("resources/starter/" + name.toStdString() +
                        "/unet/diffusion_pytorch_model-00002-of-00002.safetensors"));
    }

    void inspectAndMixRememberTheFilesOfARecipe_data() {
        QTest::addColumn<bool>("byMixing");
        QTest::newRow("inspect") << false;
        QTest::newRow("mix") << true;
    }
    void inspectAndMixRememberTheFilesOfARecipe() {
        QFETCH(bool, byMixing);
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        if (byMixing) {
            const ProgramRun run = runProgram({"mix", recipe, text(folder / "out"), "--gates", "equal", "--hashes"}, {},
                                              {}, folder / "home");
            QVERIFY2(run.exitCode == 0, run.words());
        } else {
            const QJsonArray files = inspected(recipe, {"--hashes"}, folder / "home")["files"].toArray();
            QCOMPARE(files.size(), 3);
            QCOMPARE(files[0].toObject()["role"].toString(), "base");
            QCOMPARE(files[2].toObject()["sha256"].toString(), modelDigest("sd1_expert2"));
        }
        for (const char* name : {"sd1", "sd1_expert1", "sd1_expert2"})
            QCOMPARE(inspected(tinyModel(name), {}, folder / "home")["hashes"].toObject()["sha256"].toString(),
                     modelDigest(name));
    }

    void theLogIsInTheHomeAndKeepsPromptsToItself() {
        const TempDir folder;
        const ProgramRun run = runProgram(renderArguments(tinyModel("sd1"), folder), {}, {}, folder / "home");
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY2(!run.err.contains("rendered 1 picture"), run.words());
        const QByteArray log = QByteArray::fromStdString(readFile(folder / "home/logs/segmoe.log"));
        QVERIFY2(
            log.contains(" info opened 'sd1', custom layout") && log.contains("rendered 1 picture(s), 64x64, 1 steps"),
            log);
        QVERIFY2(!log.contains("castle"), log);

        const ProgramRun failed = runProgram({"render", "nowhere.safetensors", "-p", "x"}, {}, {}, folder / "home");
        QCOMPARE(failed.exitCode, 1);
        QVERIFY(readFile(folder / "home/logs/segmoe.log").find(" error FileMissing: ") != std::string::npos);

        const ProgramRun verbose = runProgram(renderArguments(tinyModel("sd1"), folder) + QStringList{"-v", "--json"},
                                              {}, {}, folder / "home");
        QVERIFY2(verbose.err.contains(" info rendered 1 picture(s)"), verbose.words());
        QVERIFY2(!verbose.document().isEmpty(), verbose.words());
    }

    void aHomeThatCannotBeWrittenStopsNothing() {
        const TempDir folder;
        writeFile(folder / "file", "");
        const ProgramRun run = runProgram(renderArguments(tinyModel("sd1"), folder), {}, {}, folder / "file/home");
        QVERIFY2(run.exitCode == 0, run.words());
        QVERIFY(std::filesystem::exists(folder / "one.png"));
    }
};

QTEST_APPLESS_MAIN(HashTest)
#include "hash_test.moc"
