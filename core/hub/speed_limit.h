// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

#include "core/hub/clock.h"
#include "core/hub/http.h"

namespace segmoe::hub {

/// So many bytes per second for everybody who asks, together. Thread-safe.
class SpeedLimit {
public:
    /// `clock` must outlive it.
    explicit SpeedLimit(Clock& clock) : m_clock(clock) {}

    /// 0 = none; counts at once, also for those that wait.
    void set(std::int64_t bytesPerSecond);
    /// Waits until these bytes fit in. Throws Cancelled.
    void take(std::size_t bytes, const CancelToken& cancel);

private:
    Clock& m_clock;
    std::mutex m_mutex;
    std::int64_t m_bytesPerSecond = 0;
    std::chrono::steady_clock::time_point m_freeAt{};  ///< when all that was let through has used up its time
};

/// Lets streamed bodies through at the pace of a limit: a reader that waits makes the sender wait. All else goes
/// straight to the transport below.
class LimitedTransport final : public HttpTransport {
public:
    /// Both must outlive it.
    LimitedTransport(HttpTransport& below, SpeedLimit& limit) : m_below(below), m_limit(limit) {}

    HttpResponse perform(const HttpRequest& request) override { return m_below.perform(request); }
    HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) override;

private:
    HttpTransport& m_below;
    SpeedLimit& m_limit;
};

}  // namespace segmoe::hub
