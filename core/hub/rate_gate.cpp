// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/rate_gate.h"

#include <algorithm>

#include "core/hub/http_url.h"
#include "core/hub/retry_policy.h"

namespace segmoe::hub {

std::string RateGate::keyOf(const std::string& url) {
    const HttpUrl parsed = HttpUrl::parse(url);
    const bool isApi = parsed.path.starts_with("/api/");
    const bool isFile = parsed.path.find("/resolve/") != std::string::npos;
    return parsed.origin() + (isApi ? " api" : isFile ? " resolvers" : " pages");
}

void RateGate::pass(const std::string& url, const CancelToken& cancel) {
    const std::string key = keyOf(url);
    for (;;) {
        std::chrono::milliseconds wait{0};
        {
            const std::lock_guard lock(m_mutex);
            const auto gate = m_openAt.find(key);
            if (gate == m_openAt.end()) return;
            wait = std::chrono::ceil<std::chrono::milliseconds>(gate->second - m_clock.now());
            if (wait.count() <= 0) {
                m_openAt.erase(gate);
                return;
            }
        }
        if (wait > m_longestWait) throw rateLimitedError(url, std::chrono::ceil<std::chrono::seconds>(wait));
        m_clock.sleep(wait, cancel);
    }
}

void RateGate::learn(const std::string& url, const HttpResponse& answer) {
    const auto limit = parseRateLimit(answer.headers);
    std::chrono::milliseconds wait{0};
    if (limit && limit->remaining > 0 && limit->remaining * 20 < limit->quota)
        wait = std::chrono::milliseconds(limit->seconds * 1000 / limit->remaining);
    else if (isBusyStatus(answer.status) || (limit && limit->remaining == 0))
        wait = askedWait(answer, m_clock.date()).value_or(std::chrono::seconds(0));
    if (wait.count() <= 0) return;
    const std::lock_guard lock(m_mutex);
    auto& openAt = m_openAt[keyOf(url)];
    openAt = std::max(openAt, m_clock.now() + wait);
}

}  // namespace segmoe::hub
