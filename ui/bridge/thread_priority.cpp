// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/thread_priority.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace segmoe::ui {

bool giveWayToOthers() {
    QThread::currentThread()->setPriority(QThread::LowPriority);
#ifdef Q_OS_LINUX
    // Its usual scheduling knows no such priorities, but nice values.
    constexpr int kNice = 10;
    // Linux keeps a nice value for each thread; 0 is the calling one.
    return ::getpriority(PRIO_PROCESS, 0) >= kNice || ::setpriority(PRIO_PROCESS, 0, kNice) == 0;
#else
    return true;
#endif
}

}  // namespace segmoe::ui
