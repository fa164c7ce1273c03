// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors_header.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const SafetensorsHeader header = parseSafetensorsHeader(fuzz::asText(data, size), "fuzz");
        std::uint64_t bytes = 0;
        for (const SafetensorsEntry& entry : header.entries) {
            fuzz::require(entry.begin <= entry.end && entry.end <= header.dataBytes, "a range lies inside the data");
            bytes += entry.end - entry.begin;
        }
        fuzz::require(bytes == header.dataBytes, "ranges cover the data without hole or overlap");
    });
    return 0;
}
