// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace segmoe {

namespace {

struct CoreLog {
    std::atomic<bool> isInstalled = false;
    std::mutex mutex;
    LogSink sink;
};

CoreLog& coreLog() {
    static CoreLog log;
    return log;
}

}  // namespace

void setLogSink(LogSink sink) {
    CoreLog& log = coreLog();
    const std::lock_guard lock(log.mutex);
    log.isInstalled = static_cast<bool>(sink);
    log.sink = std::move(sink);
}

void logMessage(LogLevel level, std::string_view line) {
    CoreLog& log = coreLog();
    if (!log.isInstalled.load(std::memory_order_relaxed)) return;
    const std::lock_guard lock(log.mutex);
    if (log.sink) log.sink(level, line);
}

}  // namespace segmoe
