// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/kernel_value.h"

#include <cstdlib>
#include <fstream>

namespace segmoe::pipeline {

std::int64_t kernelValue(const char* file, const std::string& name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.rfind(name + ":", 0) == 0) return std::atoll(line.c_str() + name.size() + 1) * 1024;
    return 0;
}

}  // namespace segmoe::pipeline
