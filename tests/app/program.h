// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <string>

#include "tests/support/test_support.h"

namespace segmoe::test {

/// What a run of the program left behind.
struct ProgramRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as the one document of --json; empty when it is anything else.
    QJsonObject document() const { return QJsonDocument::fromJson(out).object(); }
    QString errorCode() const { return document().value("error").toObject().value("code").toString(); }
    /// For messages of failed comparisons.
    QByteArray words() const { return "exit " + QByteArray::number(exitCode) + "\n" + out + "\n" + err; }
};

inline QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// A tiny pipeline of tests/golden/data/models.
inline QString tinyModel(const std::string& name) { return text(goldenPath("models/" + name)); }

/// SEGMOE_HOME of the programs a test runs: log and remembered digests, gone with the test.
inline const std::filesystem::path& programHome() {
    static const TempDir home;
    return home.path();
}

/// Runs segmoe in a folder of its own choice and waits for it.
inline ProgramRun runProgram(const QStringList& arguments, const QByteArray& input = {}, const QString& folder = {},
                             const std::filesystem::path& home = programHome()) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SEGMOE_HOME", text(home));
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(SEGMOE_PROGRAM, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(300'000))
        throw std::runtime_error("segmoe did not end: " + process.errorString().toStdString());
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// The arguments of a small, quick render.
inline QStringList renderTiny(const QString& model, const QStringList& more,
                              const QString& prompt = QStringLiteral("a castle by the sea")) {
    return QStringList{"render",   model, "-p",      prompt, "--width", "64",
                       "--height", "64",  "--steps", "2",    "--dtype", "fp32"} +
           more;
}

/// Names of the files and folders directly in a folder, sorted.
inline QStringList entries(const std::filesystem::path& folder) {
    QStringList names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names << text(entry.path().filename());
    names.sort();
    return names;
}

/// A recipe that mixes the tiny SD 1 pipelines, in the folder; returns its path.
inline QString tinyRecipe(const TempDir& folder, const std::string& extra = {}) {
    const std::string models = goldenPath("models").string();
    writeFile(folder / "tiny.yaml",
              "base_model: " + models + "/sd1\ntype: sd\nnum_experts: 2\nnum_experts_per_tok: 1\nmoe_layers: all\n" +
                  "experts:\n  - source_model: " + models + "/sd1_expert1\n    positive_prompt: a castle\n" +
                  "    negative_prompt: \"\"\n  - source_model: " + models +
                  "/sd1_expert2\n    positive_prompt: a robot\n    negative_prompt: \"\"\n" + extra);
    return text(folder / "tiny.yaml");
}

}  // namespace segmoe::test
