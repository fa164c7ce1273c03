// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace segmoe::bench {

/// "2 CPUs, AMD EPYC (family 26), AVX512, LibTorch 2.13.0, GNU 12.2.0, Release, 2 threads, load average 0.4".
std::string machineText();

}  // namespace segmoe::bench
