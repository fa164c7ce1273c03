// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/range_answer.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    hub::HttpResponse answer;
    answer.headers.set("Content-Range", std::string(text));
    // As it is read from a head: without the blanks around it.
    const auto range = hub::parseContentRange(*answer.headers.first("Content-Range"));
    if (range) {
        fuzz::require(range->first <= range->last && range->last < range->total, "a part lies in its whole");
        fuzz::require(text.find("bytes ") != std::string_view::npos, "only bytes are counted");
    }
    for (const int status : {200, 206, 416})
        for (const std::uint64_t offset : {std::uint64_t{0}, std::uint64_t{5}}) {
            answer.status = status;
            const hub::RangeJudgement judged = hub::judgeRangeAnswer(answer, offset, std::nullopt, true);
            if (status == 206 && judged.verdict == hub::RangeVerdict::Write)
                fuzz::require(range && range->first == offset && range->last + 1 == range->total,
                              "a part is written only at the place that was asked for");
            fuzz::require(status != 416 || judged.verdict != hub::RangeVerdict::Write, "a refusal is no file");
        }
    return 0;
}
