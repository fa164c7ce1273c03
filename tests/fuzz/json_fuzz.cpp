// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/base/json_reader.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const nlohmann::json value = parseJson(fuzz::asText(data, size), "fuzz");
        fuzz::require(parseJson(value.dump(), "fuzz") == value, "what was read can be written and read again");
    });
    return 0;
}
