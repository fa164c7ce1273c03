// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Clients that are not ours: curl, and the Python that SEGMOE_PEERS_PYTHON names.
#pragma once

#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

namespace segmoe::test {

struct Said {
    int code = -1;  ///< -1: it did not start or did not end
    QByteArray out;
    QByteArray error;
};

/// Runs a program without proxies and tokens of this machine; `variables` are added to its environment.
inline Said runOther(const QString& program, const QStringList& arguments,
                     const QMap<QString, QString>& variables = {}) {
    constexpr int kLimitMs = 300'000;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
         {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "HF_TOKEN"})
        environment.remove(QLatin1String(name));
    for (auto it = variables.begin(); it != variables.end(); ++it) environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted(kLimitMs) || !process.waitForFinished(kLimitMs)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Empty when it is not installed.
inline QString curlProgram() { return QStandardPaths::findExecutable(QStringLiteral("curl")); }

/// git with git-lfs; empty when either is not installed.
inline QString gitProgram() {
    const bool hasLfs = !QStandardPaths::findExecutable(QStringLiteral("git-lfs")).isEmpty();
    return hasLfs ? QStandardPaths::findExecutable(QStringLiteral("git")) : QString();
}

/// The Python that has huggingface_hub; empty when SEGMOE_PEERS_PYTHON names none.
inline QString peersPython() {
    static const QString found = [] {
        const QString python = qEnvironmentVariable("SEGMOE_PEERS_PYTHON");
        const bool hasHub = !python.isEmpty() && runOther(python, {"-c", "import huggingface_hub"}).code == 0;
        return hasHub ? python : QString();
    }();
    return found;
}

inline constexpr const char* kNoPeers = "SEGMOE_PEERS_PYTHON names no Python with huggingface_hub";

/// What a script for huggingface_hub prints. Throws std::runtime_error with its complaint when it fails.
inline QByteArray runHuggingFace(const QString& script, QMap<QString, QString> variables) {
    for (const char* off : {"HF_HUB_DISABLE_XET", "HF_HUB_DISABLE_TELEMETRY", "HF_HUB_DISABLE_PROGRESS_BARS"})
        variables.insert(QLatin1String(off), QStringLiteral("1"));
    const Said said = runOther(peersPython(), {"-c", script}, variables);
    if (said.code != 0) throw std::runtime_error("python: " + said.error.toStdString());
    return said.out.trimmed();
}

}  // namespace segmoe::test
