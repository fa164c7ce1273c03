// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include "core/hub/content_disposition.h"
#include "core/hub/head_collector.h"
#include "core/hub/link_header.h"
#include "core/hub/path_rules.h"
#include "core/hub/range_answer.h"
#include "core/hub/retry_policy.h"
#include "tests/fuzz/fuzz_input.h"

using namespace segmoe;

namespace {

constexpr std::uint64_t kOffset = 1000;
constexpr std::uint64_t kSize = 300'000;

/// As libcurl gives it: a line with its line end at a time.
void collect(std::string_view text, hub::HeadCollector& head) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        head.addLine(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
}

}  // namespace

/// The head of an answer, and every parser that reads one of its lines.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hub::HttpResponse answer;
    fuzz::run([&] {
        hub::HeadCollector head("hub.example");
        collect(fuzz::asText(data, size), head);
        fuzz::require(head.headers().lines().size() <= hub::HeadCollector::kMaxLines, "a head has a largest size");
        answer.status = head.status();
        answer.headers = head.headers();
    });
    const hub::RangeJudgement judged = hub::judgeRangeAnswer(answer, kOffset, kSize, true);
    if (judged.verdict == hub::RangeVerdict::Write) {
        const auto range = hub::parseContentRange(answer.headers.first("Content-Range").value_or(""));
        fuzz::require(answer.status == 206 && range && range->first == kOffset && range->total == kSize,
                      "bytes are written where the answer says they belong");
    }
    (void)hub::judgeRangeAnswer(answer, 0, std::nullopt, false);
    const std::chrono::system_clock::time_point now{std::chrono::seconds(1'767'225'600)};
    if (const auto wait = hub::askedWait(answer, now)) fuzz::require(wait->count() > 0, "nobody waits for the past");
    for (const auto& [name, value] : answer.headers.lines()) {
        if (const auto range = hub::parseContentRange(value))
            fuzz::require(range->first <= range->last && range->last < range->total, "a part lies in its whole");
        if (const auto offered = hub::dispositionFileName(value))
            fuzz::require(hub::pathFault(*offered).empty(), "a name keeps to the rules of names");
    }
    return 0;
}
