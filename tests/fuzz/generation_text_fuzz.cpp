// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/generation_parameters.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const auto read = images::readGenerationText(fuzz::asText(data, size), "fuzz");
        (void)images::readGenerationText(images::writeGenerationText(read), "fuzz");
    });
    return 0;
}
