// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/machine.h"

#include <cstdlib>
#include <fstream>
#include <thread>

#include <ATen/Parallel.h>
#include <ATen/Version.h>

#include "core/engine/app_paths.h"

namespace segmoe::bench {

namespace {

/// The first value of a key of /proc/cpuinfo.
std::string processorField(const std::string& key) {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(key) && line.find(": ") != std::string::npos) return line.substr(line.find(": ") + 2);
    return "unknown";
}

}  // namespace

std::string machineText() {
    double load[1] = {};
    const bool isKnown = ::getloadavg(load, 1) == 1;
    return std::to_string(std::thread::hardware_concurrency()) + " CPUs, " + processorField("model name") +
           " (family " + processorField("cpu family") + "), " + at::get_cpu_capability() + ", " + buildText() + ", " +
           std::to_string(at::get_num_threads()) + " threads, load average " +
           (isKnown ? std::to_string(load[0]).substr(0, 4) : "unknown");
}

}  // namespace segmoe::bench
