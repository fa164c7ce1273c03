// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/hub/http.h"

namespace segmoe::hub {

/// What to do with the answer to a GET of a file (hub.md §2.4, step 8).
enum class RangeVerdict {
    Write,          ///< the bytes begin where they were asked from
    WriteFromZero,  ///< the server sends the whole: drop what is there, take this
    StartOver,      ///< an answer that fits no question: ask again from zero, once
    AskFresh,       ///< encoded or a page for people: ask again over a new connection, once
    Resolve,        ///< another length than the source said: ask the source again
    Expired,        ///< 401 or 403 of a signed link: ask the source for a new one
    Refused,        ///< a status that says what is wrong
};

struct RangeJudgement {
    RangeVerdict verdict = RangeVerdict::Refused;
    std::string what;                    ///< for the message
    std::optional<std::uint64_t> total;  ///< length of the whole as the answer tells it
};

/// `offset`: where the asked range began, 0 = the whole was asked for. `size`: what the source promised. `isSigned`:
/// the address needed no credential. Pure.
RangeJudgement judgeRangeAnswer(const HttpResponse& head, std::uint64_t offset, std::optional<std::uint64_t> size,
                                bool isSigned);

/// "bytes 5-9/10"; nothing for anything else, "bytes */10" too.
struct ContentRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t total = 0;
};
std::optional<ContentRange> parseContentRange(std::string_view text);

}  // namespace segmoe::hub
