// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace segmoe::pipeline {

/// A value of a "Name:   123 kB" file of the kernel, in bytes; 0 when absent.
std::int64_t kernelValue(const char* file, const std::string& name);

}  // namespace segmoe::pipeline
