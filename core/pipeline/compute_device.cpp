// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/pipeline/compute_device.h"

#include <algorithm>
#include <fstream>

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/base/gpu_state.h"
#include "core/pipeline/kernel_value.h"
#include "core/pipeline/memory_limit.h"

namespace segmoe::pipeline {

namespace {

bool cudaWorks(int index) {
    try {
        const at::Tensor probe =
            at::ones({8, 8}, at::TensorOptions().device(at::kCUDA, static_cast<at::DeviceIndex>(index)));
        return probe.mm(probe).sum().item<float>() == 512.0F;
    } catch (const std::exception&) {
        return false;  // a driver that is too old, a card in use: the CPU still works
    }
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

at::Device chooseDevice(const std::string& wanted) {
    if (wanted == "cpu") return at::kCPU;
    const std::vector<std::string> known = computeDevices();
    if (wanted == "auto" || wanted.empty()) return at::Device(known.size() > 1 ? known[1] : known[0]);
    const std::string full = wanted == "cuda" ? "cuda:0" : wanted;
    for (const std::string& name : known)
        if (name == full) return at::Device(full);
    throw Error(ErrorCode::DeviceUnavailable,
                "The device '" + wanted + "' is not available here. Use one of: auto, " + joined(known) + ".");
}

}  // namespace

std::vector<std::string> computeDevices() {
    std::vector<std::string> names = {"cpu"};
    if (!at::hasCUDA()) return names;
    const int count = static_cast<int>(at::detail::getCUDAHooks().deviceCount());
    for (int index = 0; index < count; ++index)
        if (cudaWorks(index)) names.push_back("cuda:" + std::to_string(index));
    return names;
}

bool cpuHasBf16() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.rfind("flags", 0) == 0)
            return line.find(" avx512_bf16") != std::string::npos || line.find(" amx_bf16") != std::string::npos;
    return false;
}

Placement choosePlacement(const std::string& device, Precision precision, std::int64_t weightBytes) {
    Placement placement{chooseDevice(device), at::kFloat};
    const bool onCpu = placement.device.is_cpu();
    switch (precision) {
        case Precision::Fp32: placement.dtype = at::kFloat; break;
        case Precision::Bf16: placement.dtype = at::kBFloat16; break;
        case Precision::Fp16:
            if (onCpu)
                throw Error(ErrorCode::PrecisionUnsupported,
                            "A CPU cannot compute in fp16. Use --dtype auto, fp32 or bf16; fp16 files are converted "
                            "while loading.");
            placement.dtype = at::kHalf;
            break;
        case Precision::Auto:
            if (!onCpu)
                placement.dtype = at::kHalf;
            else
                placement.dtype = weightBytes > kLargeModelBytes && cpuHasBf16() ? at::kBFloat16 : at::kFloat;
            break;
    }
    return placement;
}

std::string deviceName(const Placement& placement) {
    return placement.device.is_cpu() ? "cpu" : placement.device.str();
}

std::string precisionText(const Placement& placement) {
    if (placement.dtype == at::kBFloat16) return "bf16";
    return placement.dtype == at::kHalf ? "fp16" : "fp32";
}

std::int64_t availableMemory(const Placement& placement) {
    if (placement.device.is_cpu()) {
        const std::int64_t available = kernelValue("/proc/meminfo", "MemAvailable");
        const std::int64_t limit = memoryLimit();
        return limit > 0 ? std::min(available, limit) : available;
    }
    const auto card = gpuState(placement.device.has_index() ? placement.device.index() : 0);
    return card ? card->freeBytes : 0;
}

}  // namespace segmoe::pipeline
