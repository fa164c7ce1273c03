// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_syntax.h"
#include "core/text/prompt_words.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const PromptWords words({{"<cat-toy>", 100, 2}, {"easy", 200, 1}});
    fuzz::run([&] {
        const ParsedPrompt parsed = parsePrompt(fuzz::asText(data, size));
        fuzz::require(!parsed.segments.empty(), "a prompt has a segment");
        for (const PromptSegment& segment : parsed.segments) {
            fuzz::require(segment.origin.size() == segment.text.size(), "every byte has an origin");
            std::size_t end = 0;
            for (const PromptWords::Part& part : words.split(segment.text)) {
                fuzz::require(part.begin == end && part.end >= part.begin, "parts follow each other");
                end = part.end;
            }
            fuzz::require(end == segment.text.size(), "parts make the whole text");
        }
    });
    return 0;
}
