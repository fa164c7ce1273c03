// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/startup_clock.h"

#include <cstdio>

#include <QByteArrayList>
#include <QFile>

#ifdef Q_OS_LINUX
#include <ctime>

#include <unistd.h>
#endif

namespace {

/// Milliseconds since the process began; -1 = unknown.
double millisecondsSinceStart() {
#ifdef Q_OS_LINUX
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) return -1.0;
    const QByteArray text = stat.readAll();
    // Field 22, counted after the parenthesised name, which may hold spaces.
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20) return -1.0;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields[19].toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started) * 1000.0;
#else
    return -1.0;
#endif
}

}  // namespace

void printTimeSinceStart(const char* what) {
    const double elapsed = millisecondsSinceStart();
    if (elapsed < 0.0)
        std::printf("%s: time unknown on this platform\n", what);
    else
        std::printf("%s after %.0f ms\n", what, elapsed);
    std::fflush(stdout);
}
