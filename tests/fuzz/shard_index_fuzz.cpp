// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/weights/sharded_source.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        for (const auto& [tensor, shard] : parseShardIndex(fuzz::asText(data, size), "fuzz.json")) {
            fuzz::require(shard.find_first_of("/\\:") == std::string::npos && shard.front() != '.',
                          "a shard is a plain file of the folder");
            fuzz::require(shard.ends_with(".safetensors"), "a shard is a safetensors file");
        }
    });
    return 0;
}
