// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <QtTest/QtTest>

#include "tests/app/program.h"

using namespace segmoe::test;

namespace {

const QStringList kCommands = {"render",  "mix",    "inspect",  "plan",   "trace", "forward", "tokenize",
                               "convert", "search", "download", "models", "push",  "login",   "logout"};

}  // namespace

class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpListsEveryCommand() {
        const ProgramRun run = runProgram({"--help"});
        QCOMPARE(run.exitCode, 0);
        for (const QString& command : kCommands)
            QVERIFY2(run.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
        QVERIFY(run.out.contains("Examples:"));
        QVERIFY(run.err.isEmpty());
    }

    void everyCommandHasHelpWithExamples_data() {
        QTest::addColumn<QString>("command");
        for (const QString& command : kCommands) QTest::newRow(qPrintable(command)) << command;
    }
    void everyCommandHasHelpWithExamples() {
        QFETCH(QString, command);
        const ProgramRun run = runProgram({command, "--help"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("Usage: segmoe " + command.toUtf8()), run.words());
        QVERIFY2(run.out.contains("Example") && run.out.contains("\n  segmoe " + command.toUtf8() + " "), run.words());
        QVERIFY2(run.err.isEmpty(), run.words());
    }

    void versionInBothForms() {
        const ProgramRun plain = runProgram({"--version"});
        QCOMPARE(plain.exitCode, 0);
        QVERIFY2(plain.out.startsWith("segmoe 0."), plain.words());
        QVERIFY2(plain.out.contains("LibTorch"), plain.words());
        const ProgramRun json = runProgram({"--version", "--json"});
        QVERIFY2(json.document().value("version").toString().startsWith("0."), json.words());
    }

    void wrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const QString model = tinyModel("sd1");
        QTest::newRow("nothing") << QStringList{} << "UsageInvalid"
                                 << "No command was given";
        QTest::newRow("unknown command") << QStringList{"paint"} << "UsageInvalid"
                                         << "There is no command 'paint'";
        QTest::newRow("command of a later version") << QStringList{"collapse", "castle"} << "UsageInvalid"
                                                    << "There is no command 'collapse'";
        QTest::newRow("unknown option") << QStringList{"inspect", model, "--bogus"} << "UsageInvalid"
                                        << "--bogus";
        QTest::newRow("missing argument") << QStringList{"mix", "a.yaml"} << "UsageInvalid"
                                          << "output is required";
        QTest::newRow("missing prompt") << QStringList{"render", model} << "UsageInvalid"
                                        << "--prompt is required";
        QTest::newRow("sampler") << QStringList{"render", model, "-p", "x", "--sampler", "best"} << "UsageInvalid"
                                 << "dpmpp_2m_sde";
        QTest::newRow("pair") << QStringList{"render", model, "-p", "x", "--sampler", "lcm", "--schedule", "karras"}
                              << "SamplerUnsupported"
                              << "lcm";
        QTest::newRow("size") << QStringList{"render", model, "-p", "x", "--width", "65"} << "SizeUnsupported"
                              << "multiples of 8";
        QTest::newRow("number") << QStringList{"render", model, "-p", "x", "--steps", "many"} << "UsageInvalid"
                                << "1 to 1000";
        QTest::newRow("device") << QStringList{"render", model, "-p", "x", "--device", "tpu"} << "UsageInvalid"
                                << "'tpu' is not a device";
        QTest::newRow("routing mode") << QStringList{"render", model, "-p", "x", "--route", "token"} << "UsageInvalid"
                                      << "layer";
        QTest::newRow("expert of a plain model")
            << QStringList{"render", model, "-p", "x", "--mute", "B"} << "UsageInvalid"
            << "not a mixture";
        QTest::newRow("suffix") << QStringList{"render", model, "-p", "x", "-o", "a.jpg"} << "UsageInvalid"
                                << ".png";
        QTest::newRow("component") << QStringList{"forward", "heart", model, "a", "b"} << "UsageInvalid"
                                   << "text_encoder_2";
        QTest::newRow("threads") << QStringList{"--threads", "0", "inspect", model} << "UsageInvalid"
                                 << "1 to 1024";
    }
    void wrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const ProgramRun plain = runProgram(arguments);
        QVERIFY2(plain.exitCode == 2, plain.words());
        QVERIFY2(plain.out.isEmpty(), plain.words());
        QVERIFY2(plain.err.startsWith("error: ") && plain.err.contains(words.toUtf8()), plain.words());

        const ProgramRun json = runProgram(arguments + QStringList{"--json"});
        QVERIFY2(json.exitCode == 2, json.words());
        QCOMPARE(json.errorCode(), code);
        const QJsonObject error = json.document().value("error").toObject();
        QVERIFY2(error.value("message").toString().contains(words), json.words());
        QVERIFY2(error.contains("detail"), json.words());
    }

    void failuresAreNotWrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such model") << QStringList{"render", "nowhere.safetensors", "-p", "x"} << "FileMissing";
        QTest::newRow("no such folder") << QStringList{"render", tinyModel("sd1"), "-p", "x", "-o", "nowhere/a.png"}
                                        << "FolderMissing";
        QTest::newRow("no such trace") << QStringList{"trace", "nowhere.safetensors"} << "FileMissing";
        QTest::newRow("nothing to inspect") << QStringList{"inspect", "nowhere"} << "FileMissing";
        QTest::newRow("no such recipe") << QStringList{"nowhere.yaml", "out"} << "FileMissing";
        QTest::newRow("pickle") << QStringList{"render", "model.ckpt", "-p", "x"} << "PickleRefused";
    }
    void failuresAreNotWrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, code);
        const TempDir folder;
        writeFile(folder / "model.ckpt", std::string("\x80\x02}q\x00.", 6));
        const ProgramRun run = runProgram(arguments + QStringList{"--json"}, {}, text(folder.path()));
        QVERIFY2(run.exitCode == 1, run.words());
        QVERIFY2(run.errorCode() == code, run.words());
        QVERIFY2(run.err.trimmed().endsWith('.') || run.err.contains(".\n"), run.words());
        QCOMPARE(entries(folder.path()), QStringList{"model.ckpt"});
    }
};

QTEST_APPLESS_MAIN(UsageTest)
#include "usage_test.moc"
