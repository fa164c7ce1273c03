// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/speed_limit.h"

#include <algorithm>

namespace segmoe::hub {

namespace {

using namespace std::chrono;

/// Waits are cut into these, so that another limit and a wish to stop count soon.
constexpr milliseconds kSlice{100};

class LimitedSink final : public HttpSink {
public:
    LimitedSink(HttpSink& sink, SpeedLimit& limit, const CancelToken& cancel)
        : m_sink(sink), m_limit(limit), m_cancel(cancel) {}

    bool wantsBody(const HttpResponse& head) override { return m_sink.wantsBody(head); }
    void write(std::span<const std::byte> bytes) override {
        m_sink.write(bytes);
        m_limit.take(bytes.size(), m_cancel);
    }

private:
    HttpSink& m_sink;
    SpeedLimit& m_limit;
    const CancelToken& m_cancel;
};

}  // namespace

void SpeedLimit::set(std::int64_t bytesPerSecond) {
    const std::lock_guard lock(m_mutex);
    m_bytesPerSecond = std::max<std::int64_t>(0, bytesPerSecond);
    m_freeAt = m_clock.now();
}

void SpeedLimit::take(std::size_t bytes, const CancelToken& cancel) {
    steady_clock::time_point until;
    {
        const std::lock_guard lock(m_mutex);
        if (m_bytesPerSecond == 0) return;
        const auto cost = duration<double>(static_cast<double>(bytes) / static_cast<double>(m_bytesPerSecond));
        m_freeAt = std::max(m_freeAt, m_clock.now()) + duration_cast<steady_clock::duration>(cost);
        until = m_freeAt;
    }
    for (auto now = m_clock.now(); now < until; now = m_clock.now()) {
        m_clock.sleep(std::min(kSlice, ceil<milliseconds>(until - now)), cancel);
        const std::lock_guard lock(m_mutex);
        until = std::min(until, m_freeAt);  // somebody has changed the limit
    }
}

HttpResponse LimitedTransport::performStreaming(const HttpRequest& request, HttpSink& sink) {
    LimitedSink limited(sink, m_limit, request.cancel);
    return m_below.performStreaming(request, limited);
}

}  // namespace segmoe::hub
