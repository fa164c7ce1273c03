// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "core/hub/clock.h"
#include "core/hub/http.h"
#include "core/hub/retry_policy.h"

namespace segmoe::hub {

/// Holds requests back where a server has said that it has had enough, for all transfers together: one gate for each
/// origin and kind of request (api, resolvers, pages). Thread-safe.
class RateGate {
public:
    explicit RateGate(Clock& clock, std::chrono::seconds longestWait = kLongestWait)
        : m_clock(clock), m_longestWait(longestWait) {}

    /// Returns when the address may be asked. Throws Cancelled, WaitAsked for more than the longest wait.
    void pass(const std::string& url, const CancelToken& cancel);
    /// Reads RateLimit and, of a busy answer, Retry-After. With less than 5 % of the quota left, requests are spread
    /// over the rest of the window.
    void learn(const std::string& url, const HttpResponse& answer);

private:
    static std::string keyOf(const std::string& url);

    Clock& m_clock;
    std::chrono::seconds m_longestWait;
    std::mutex m_mutex;
    std::map<std::string, std::chrono::steady_clock::time_point> m_openAt;
};

}  // namespace segmoe::hub
