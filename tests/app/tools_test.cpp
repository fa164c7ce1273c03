// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include <QJsonArray>

#include <ATen/ATen.h>

#include "core/weights/safetensors_file.h"
#include "tests/app/program.h"
#include "tests/support/golden_tensors.h"

using namespace segmoe::test;

namespace {

using Tensors = std::shared_ptr<const segmoe::SafetensorsFile>;

}  // namespace

class ToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forwardEqualsDiffusers_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("component");
        for (const char* component : {"text_encoder", "unet", "vae_encoder", "vae_decoder"})
            QTest::addRow("sd1 %s", component) << "sd1" << component;
        for (const char* component : {"text_encoder", "text_encoder_2", "unet"})
            QTest::addRow("sdxl %s", component) << "sdxl" << component;
    }
    void forwardEqualsDiffusers() {
        QFETCH(QString, model);
        QFETCH(QString, component);
        const TempDir folder;
        const std::string files = "tools/" + (model + "_" + component).toStdString();
        const ProgramRun run =
            runProgram({"forward", component, tinyModel(model.toStdString()),
                        text(goldenPath(files + "_in.safetensors")), text(folder / "out.safetensors")});
        QVERIFY2(run.exitCode == 0, run.words());
        const Tensors expected = segmoe::SafetensorsFile::open(goldenPath(files + "_out.safetensors"));
        const Tensors given = segmoe::SafetensorsFile::open(folder / "out.safetensors");
        QCOMPARE(given->names().size(), expected->names().size());
        for (const std::string& name : expected->names()) {
            QVERIFY2(given->find(name).has_value(), name.c_str());
            QCOMPARE(given->load(name).sizes(), expected->load(name).sizes());
            const double error = relativeRms(given->load(name), expected->load(name));
            QVERIFY2(error < 1e-4,
                     qPrintable(QString("%1: relative error %2").arg(QString::fromStdString(name)).arg(error)));
        }
    }

    void forwardNamesTheMissingTensor() {
        const TempDir folder;
        const ProgramRun run =
            runProgram({"forward", "unet", tinyModel("sd1"), text(goldenPath("tools/sd1_vae_decoder_in.safetensors")),
                        text(folder / "out.safetensors"), "--json"});
        QVERIFY2(run.exitCode == 1, run.words());
        QVERIFY2(run.err.contains("sample"), run.words());
        QCOMPARE(entries(folder.path()), QStringList{});
    }

    void tokensEqualTransformers() {
        const QJsonArray cases =
            QJsonDocument::fromJson(QByteArray::fromStdString(readFile(goldenPath("tools/tokens.json")))).array();
        QVERIFY(cases.size() > 10);
        for (const auto& value : cases) {
            const QJsonObject one = value.toObject();
            QStringList arguments = {"tokenize", tinyModel(one["model"].toString().toStdString()), "--encoder",
                                     QString::number(one["encoder"].toInt()), one["text"].toString()};
            const ProgramRun padded = runProgram(arguments);
            QVERIFY2(QJsonDocument::fromJson(padded.out).array() == one["ids"].toArray(),
                     padded.words() + one["text"].toString().toUtf8());
            const ProgramRun raw = runProgram(arguments + QStringList{"--raw", "--json"});
            QVERIFY2(raw.document().value("ids").toArray() == QJsonArray{one["raw"].toArray()}, raw.words());
        }
    }

    void tokenizeReadsLines() {
        const ProgramRun run = runProgram({"tokenize", tinyModel("sd1"), "--raw"}, "a castle\r\n\nthe sea\n");
        QVERIFY2(run.exitCode == 0, run.words());
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(lines[1]).array().size(), 2);
        QCOMPARE(lines[2], runProgram({"tokenize", tinyModel("sd1"), "--raw", "the sea"}).out.trimmed());
    }

    void planNamesItsTerms() {
        const ProgramRun run = runProgram({"plan", tinyModel("sdxl"), "--width", "512", "--height", "512", "--json"});
        QVERIFY2(run.exitCode == 0, run.words());
        const QJsonObject forecast = run.document();
        QVERIFY2(forecast.value("terms").toArray().size() >= 2, run.words());
        const ProgramRun larger =
            runProgram({"plan", tinyModel("sdxl"), "--width", "1024", "--height", "1024", "--json"});
        QVERIFY2(larger.document().value("peak_bytes").toDouble() > forecast.value("peak_bytes").toDouble(),
                 larger.words());
    }

    void traceIsSummarisedDrawnAndCompared() {
        const TempDir folder;
        const QString recipe = tinyRecipe(folder);
        const auto render = [&](const QStringList& more, const char* trace) {
            return runProgram(QStringList{"render", recipe, "-p", "a castle", "--width", "64", "--height", "64",
                                          "--steps", "2", "--seed", "1", "-o", text(folder / "x.png"), "--trace",
                                          text(folder / trace)} +
                              more);
        };
        const ProgramRun first = render({}, "a.safetensors");
        QVERIFY2(first.exitCode == 0, first.words());
        QCOMPARE(render({"--solo", "A"}, "b.safetensors").exitCode, 0);
        const ProgramRun summary =
            runProgram({"trace", text(folder / "a.safetensors"), "--csv", text(folder / "a.csv"), "--png",
                        text(folder / "a.png"), "--compare", text(folder / "b.safetensors"), "--json"});
        QVERIFY2(summary.exitCode == 0, summary.words());
        QVERIFY2(summary.document().contains("comparison"), summary.words());
        QVERIFY(readFile(folder / "a.png").starts_with("\x89PNG"));
        const QByteArray csv = QByteArray::fromStdString(readFile(folder / "a.csv"));
        const qsizetype sites = segmoe::SafetensorsFile::open(folder / "a.safetensors")->load("chosen").size(1);
        QCOMPARE(csv.trimmed().count('\n'), 2 * sites);
        const ProgramRun plain = runProgram({"trace", text(folder / "a.safetensors")});
        QVERIFY2(plain.exitCode == 0 && plain.out.contains("sd1_expert2"), plain.words());
    }
};

QTEST_GUILESS_MAIN(ToolsTest)
#include "tools_test.moc"
