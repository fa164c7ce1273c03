// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "core/base/wait_asked.h"
#include "core/hub/http.h"

namespace segmoe::hub {

/// 0…1, for the spread of waits: clients that failed together should not come back together.
using Jitter = std::function<double()>;
Jitter randomJitter();

/// Repeats after the first try.
inline constexpr int kMaxRepeats = 5;

/// The wait before repeat 1, 2, 3…: 1, 2, 4, 8, 8 s, each ± 20 %.
std::chrono::milliseconds backoff(int repeat, const Jitter& jitter);

/// Whether asking again can help: no answer, a broken one, or a stall. Not a refused certificate or proxy.
bool isWorthRepeating(ErrorCode code);
/// 408, 429, 500, 502, 503, 504.
bool isBusyStatus(int status);

/// How many requests a server still allows: RateLimit: "api";r=12;t=274 and RateLimit-Policy: "fixed
/// window";"api";q=500;w=300.
struct RateLimit {
    std::string bucket;
    long remaining = 0;
    long seconds = 0;  ///< until the window ends
    long quota = 0;    ///< 0 = not said
};
/// Nothing for a header that is missing, malformed, or absurd.
std::optional<RateLimit> parseRateLimit(const HttpHeaders& headers);

/// Seconds or an HTTP date. Nothing for one that is missing, negative, in the past or malformed.
std::optional<std::chrono::seconds> parseRetryAfter(const HttpHeaders& headers,
                                                    std::chrono::system_clock::time_point now);

/// The wait an answer asks for, a second longer than it says. RateLimit counts before Retry-After.
std::optional<std::chrono::seconds> askedWait(const HttpResponse& answer, std::chrono::system_clock::time_point now);

/// Longer waits are somebody else's decision: WaitAsked.
inline constexpr std::chrono::minutes kLongestWait{15};
WaitAsked rateLimitedError(const std::string& url, std::chrono::seconds wait);

/// How long somebody is ready to wait for an answer.
struct Patience {
    int repeats = kMaxRepeats;
    std::chrono::seconds longestWait = kLongestWait;
};

}  // namespace segmoe::hub
