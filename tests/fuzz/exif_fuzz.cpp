// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/exif_comment.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        const images::ExifTexts texts = images::readExif(fuzz::asText(data, size));
        fuzz::require(texts.orientation >= 1 && texts.orientation <= 8, "an orientation is one of eight");
    });
    return 0;
}
