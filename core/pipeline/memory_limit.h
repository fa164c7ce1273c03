// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace segmoe::pipeline {

/// How much of the machine's memory this process plans with, in per cent; 100 = all of it. Any thread.
void setMemoryPercent(int percent);

/// That share in bytes; 0 = no limit, or the system does not tell how much memory there is.
std::int64_t memoryLimit();

/// What a limit leaves for the weights of experts beside weights that always stay; never less than one expert, without
/// which nothing can be computed. 0 = no limit.
std::int64_t expertBudget(std::int64_t limit, std::int64_t fixedBytes, std::int64_t expertBytes);

}  // namespace segmoe::pipeline
