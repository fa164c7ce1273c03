// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QStringList>

#include <filesystem>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "tests/support/test_support.h"

namespace segmoe::test {

/// A run of a program through segmoe-peak-memory.
struct MeasuredRun {
    int exitCode = -1;
    double seconds = 0.0;        ///< from start to end of the process
    std::int64_t peakBytes = 0;  ///< most resident memory at any time, mapped pages included
    QByteArray out;
    QByteArray err;
};

/// Runs a program and waits for it, however long it takes. report: a file to use.
inline MeasuredRun runMeasured(const std::filesystem::path& report, const QString& program,
                               const QStringList& arguments) {
    QProcess process;
    process.start(SEGMOE_PEAK_MEMORY, QStringList{QString::fromStdString(report.string()), program} + arguments);
    if (!process.waitForFinished(-1))
        throw std::runtime_error("segmoe-peak-memory did not run: " + process.errorString().toStdString());
    const auto measured = nlohmann::json::parse(readFile(report));
    return {measured["exit"], measured["seconds"], measured["peak_bytes"], process.readAllStandardOutput(),
            process.readAllStandardError()};
}

}  // namespace segmoe::test
