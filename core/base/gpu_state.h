// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace segmoe {

/// A graphics card and its memory in bytes.
struct GpuState {
    std::string name;  ///< "NVIDIA GeForce RTX 4090"
    std::int64_t totalBytes = 0;
    std::int64_t freeBytes = 0;
    std::int64_t ownBytes = 0;  ///< taken by this process; 0 where the driver does not tell (inside containers)
};

/// Asks NVIDIA's management library, which comes with the driver and is loaded at the first call, so that the meter
/// neither starts CUDA nor takes memory on the card. `index` counts as CUDA does, under CUDA_VISIBLE_DEVICES; with
/// several unlike cards CUDA sorts by speed, the driver by slot: set CUDA_DEVICE_ORDER=PCI_BUS_ID there. Nothing
/// without such a driver or card. Any thread. Source: NVML API Reference (device queries).
std::optional<GpuState> gpuState(int index);

}  // namespace segmoe
