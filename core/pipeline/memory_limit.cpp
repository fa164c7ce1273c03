// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/memory_limit.h"

#include <algorithm>
#include <atomic>

#include "core/pipeline/kernel_value.h"

namespace segmoe::pipeline {

namespace {

std::atomic<int> g_percent{100};

}  // namespace

void setMemoryPercent(int percent) { g_percent.store(std::clamp(percent, 1, 100), std::memory_order_relaxed); }

std::int64_t memoryLimit() {
    const int percent = g_percent.load(std::memory_order_relaxed);
    return percent >= 100 ? 0 : kernelValue("/proc/meminfo", "MemTotal") / 100 * percent;
}

std::int64_t expertBudget(std::int64_t limit, std::int64_t fixedBytes, std::int64_t expertBytes) {
    return limit <= 0 ? 0 : std::max(limit - fixedBytes, expertBytes);
}

}  // namespace segmoe::pipeline
