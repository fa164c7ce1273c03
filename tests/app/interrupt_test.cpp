// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <csignal>

#include "tests/app/program.h"
#include "tests/support/model_folders.h"

using namespace segmoe::test;
namespace fs = std::filesystem;

namespace {

constexpr int kLimit = 300'000;  ///< ms, for whatever a busy machine does

struct Interrupted {
    int exitCode = -1;
    bool wasInTime = false;  ///< the signal came while the program ran
    QByteArray code;
};

/// Runs segmoe until it says a word on standard error, and sends it SIGINT then.
Interrupted interruptAt(const QByteArray& word, const QStringList& arguments) {
    QProcess process;
    process.start(SEGMOE_PROGRAM, arguments + QStringList{"--json"});
    QByteArray said;
    const bool isThere = QTest::qWaitFor(
        [&] {
            process.waitForReadyRead(20);
            said += process.readAllStandardError();
            return said.contains(word) || process.state() == QProcess::NotRunning;
        },
        kLimit);
    if (!isThere || !said.contains(word)) qWarning("%s", said.constData());
    Interrupted result;
    result.wasInTime = process.state() == QProcess::Running;
    if (result.wasInTime) ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    if (!process.waitForFinished(kLimit)) return result;
    result.exitCode = process.exitCode();
    const QJsonObject document = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    result.code = document["error"].toObject()["code"].toString().toUtf8();
    return result;
}

QString recipeOf(const TempDir& folder, const std::string& base, const std::string& first, const std::string& second) {
    writeFile(folder / "mix.yaml",
              "base_model: " + base +
                  "\ntype: sd\nnum_experts: 2\nnum_experts_per_tok: 1\nmoe_layers: all\nexperts:\n" +
                  "  - source_model: " + first + "\n    positive_prompt: a castle\n    negative_prompt: \"\"\n" +
                  "  - source_model: " + second + "\n    positive_prompt: a robot\n    negative_prompt: \"\"\n");
    return text(folder / "mix.yaml");
}

}  // namespace

/// Building and converting leave a whole model or nothing at all.
class InterruptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whileGatesAreMeasured() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        const Interrupted run =
            interruptAt("gates", {"mix", recipe, text(folder / "mixed"), "--gates", "hidden", "--gate-steps", "1000"});
        QVERIFY(run.wasInTime);
        QCOMPARE(run.exitCode, 130);
        QCOMPARE(run.code, "Cancelled");
        QCOMPARE(entries(folder.path()), QStringList{"tiny.yaml"});
    }

    void whileAModelIsWritten_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("output");
        const QStringList mix{"mix", "mix.yaml", "--gates", "equal"};
        QTest::newRow("mixture, folder") << mix << "made";
        QTest::newRow("mixture, one file") << mix << "made.safetensors";
        QTest::newRow("convert, folder") << QStringList{"convert", "base"} << "made";
        QTest::newRow("convert, one file") << QStringList{"convert", "base"} << "made.safetensors";
    }
    void whileAModelIsWritten() {
        QFETCH(QStringList, command);
        QFETCH(QString, output);
        const TempDir folder;
        if (fs::space(folder.path()).available < 6'000'000'000) QSKIP("less than 6 GB are free for temporary files");
        MadeUpWeights weights;
        weights.fill = MadeUpWeights::Fill::Holes;
        weights.widthDivisor = 2;
        writeMadeUpPipeline(folder / "base", weights);
        (void)recipeOf(folder, "./base", "./base", "./base");
        command[1] = text(folder / command[1].toStdString());
        const fs::path made = folder / output.toStdString();
        command.insert(2, text(made));
        // other numbers than those in the files, so that writing takes its time
        command += QStringList{"--dtype", "fp32"};
        Interrupted run;
        for (int tries = 0; tries < 10 && run.exitCode != 130; ++tries) {
            run = interruptAt("writing", command);
            QVERIFY2(run.exitCode == 130 || run.exitCode == 0, qPrintable(QString::number(run.exitCode)));
            QCOMPARE(fs::exists(made), run.exitCode == 0);  // the signal came too late
            if (run.exitCode == 0) fs::remove_all(made);
        }
        QCOMPARE(run.exitCode, 130);
        QCOMPARE(run.code, "Cancelled");
        QCOMPARE(entries(folder.path()), (QStringList{"base", "mix.yaml"}));
    }

    void damagedExpertsLeaveNothing_data() {
        QTest::addColumn<bool>("isHeaderWhole");
        QTest::newRow("cut within its tensors") << true;
        QTest::newRow("cut within its header") << false;
    }
    void damagedExpertsLeaveNothing() {
        QFETCH(bool, isHeaderWhole);
        const TempDir folder;
        const fs::path expert = folder / "expert";
        fs::copy(goldenPath("models/sd1_expert1"), expert, fs::copy_options::recursive);
        const fs::path unet = expert / "unet/diffusion_pytorch_model.safetensors";
        fs::permissions(unet, fs::perms::owner_write, fs::perm_options::add);
        fs::resize_file(unet, isHeaderWhole ? fs::file_size(unet) - 1000 : 100);
        const std::string models = goldenPath("models").string();
        const QString recipe = recipeOf(folder, models + "/sd1", expert.string(), models + "/sd1_expert2");
        for (const char* output : {"mixed", "mixed.safetensors"}) {
            const ProgramRun run = runProgram({"mix", recipe, text(folder / output), "--json"});
            QVERIFY2(run.exitCode == 1 && run.out.contains("diffusion_pytorch_model.safetensors"), run.words());
            QCOMPARE(entries(folder.path()), (QStringList{"expert", "mix.yaml"}));
        }
        const ProgramRun converted = runProgram({"convert", text(expert), text(folder / "made"), "--json"});
        QCOMPARE(converted.exitCode, 1);
        QCOMPARE(entries(folder.path()), (QStringList{"expert", "mix.yaml"}));
    }
};

QTEST_GUILESS_MAIN(InterruptTest)
#include "interrupt_test.moc"
