// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/process_memory.h"

#include <QByteArray>
#include <QFile>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

/// "VmRSS:    123 kB" of a /proc file in bytes; 0 when the key is not there.
qint64 readKilobytes(const QString& path, const QByteArray& key) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = file.readAll();
    const qsizetype start = text.indexOf(key);
    if (start < 0) return 0;
    const QByteArray line = text.mid(start + key.size(), text.indexOf('\n', start) - start - key.size()).simplified();
    return line.left(line.indexOf(' ')).toLongLong() * 1024;
}

}  // namespace

std::optional<ProcessMemory> processMemory() {
    const ProcessMemory memory{.usedBytes = readKilobytes(u"/proc/self/status"_s, "VmRSS:"),
                               .availableBytes = readKilobytes(u"/proc/meminfo"_s, "MemAvailable:"),
                               .totalBytes = readKilobytes(u"/proc/meminfo"_s, "MemTotal:")};
    if (memory.usedBytes == 0 || memory.totalBytes == 0) return std::nullopt;
    return memory;
}

}  // namespace segmoe::ui
