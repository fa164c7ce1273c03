// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/images/png_chunks.h"
#include "core/images/png_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::run([&] {
        for (const images::PngChunk& chunk : images::readPngChunks(fuzz::asText(data, size), "fuzz"))
            fuzz::require(chunk.offset + 12 + chunk.data.size() <= size, "a chunk lies inside the file");
    });
    fuzz::run([&] { (void)images::readPngTexts(fuzz::asText(data, size), "fuzz"); });
    // A chunk's checksum keeps most changed files out: the texts themselves, in a file that is whole.
    fuzz::run([&] {
        std::string png("\x89PNG\r\n\x1a\n", 8);
        png += images::makePngChunk("IHDR", std::string("\0\0\0\1\0\0\0\1\x08\2\0\0\0", 13));
        for (const char* type : {"tEXt", "zTXt", "iTXt"}) png += images::makePngChunk(type, fuzz::asText(data, size));
        png += images::makePngChunk("IEND", "");
        (void)images::readPngTexts(png, "fuzz");
    });
    return 0;
}
