// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/dtype.h"
#include "core/weights/weight_scope.h"

namespace segmoe::pipeline {

/// "cpu", then "cuda:0"… for every CUDA device that can really allocate and compute. Starts LibTorch's CUDA part.
std::vector<std::string> computeDevices();

/// Turns "auto", "cpu", "cuda", "cuda:1" and a precision into a placement. Auto device: the first CUDA device that
/// works, else the CPU. Auto precision: fp16 on CUDA; on a CPU fp32, or bf16 when it has bf16 dot products and the
/// weights exceed kLargeModelBytes. Throws Error{DeviceUnavailable} (lists what there is), Error{PrecisionUnsupported}
/// (fp16 on a CPU).
Placement choosePlacement(const std::string& device, Precision precision, std::int64_t weightBytes);

inline constexpr std::int64_t kLargeModelBytes = 1'000'000'000;

/// "cpu" or "cuda:0".
std::string deviceName(const Placement& placement);
/// "fp32", "bf16", "fp16".
std::string precisionText(const Placement& placement);

/// Memory that can be taken now: free memory of the GPU, MemAvailable of the machine, at most
/// memoryLimit(). 0 = unknown.
std::int64_t availableMemory(const Placement& placement);

/// Whether the CPU multiplies bf16 in hardware (AVX512_BF16 or AMX).
bool cpuHasBf16();

}  // namespace segmoe::pipeline
