// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/hub/retrying_transport.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/hub/redaction.h"

namespace segmoe::hub {

namespace {

/// A server that was too slow once gets more time.
constexpr std::chrono::milliseconds kPatience{60'000};

class WatchedSink final : public HttpSink {
public:
    explicit WatchedSink(HttpSink& sink) : m_sink(sink) {}
    bool wantsBody(const HttpResponse& head) override {
        if (isBusyStatus(head.status)) return false;
        m_hasBegun = true;
        return m_sink.wantsBody(head);
    }
    void write(std::span<const std::byte> bytes) override { m_sink.write(bytes); }
    bool hasBegun() const { return m_hasBegun; }

private:
    HttpSink& m_sink;
    bool m_hasBegun = false;
};

}  // namespace

HttpResponse RetryingTransport::perform(const HttpRequest& request) {
    return repeat(
        request, [this](const HttpRequest& now) { return m_below.perform(now); }, [] { return false; });
}

HttpResponse RetryingTransport::performStreaming(const HttpRequest& request, HttpSink& sink) {
    WatchedSink watched(sink);
    return repeat(
        request, [&](const HttpRequest& now) { return m_below.performStreaming(now, watched); },
        [&] { return watched.hasBegun(); });
}

HttpResponse RetryingTransport::repeat(const HttpRequest& request,
                                       const std::function<HttpResponse(const HttpRequest&)>& ask,
                                       const std::function<bool()>& hasBegun) {
    HttpRequest now = request;
    for (int done = 0;; ++done) {
        m_gate.pass(request.url, request.cancel);
        const bool mayRepeat = request.mayRepeat && done < m_patience.repeats;
        std::string reason;
        try {
            HttpResponse answer = ask(now);
            m_gate.learn(request.url, answer);
            if (!isBusyStatus(answer.status) || !mayRepeat) return answer;
            const auto wait = askedWait(answer, m_clock.date());
            if (wait && *wait > m_patience.longestWait) throw rateLimitedError(request.url, *wait);
            reason = "status " + std::to_string(answer.status);
            // The gate does the waiting where the server has said how long.
            if (wait) {
                logMessage(LogLevel::Info, redactedUrl(request.url) + ": " + reason + ", waiting as asked");
                continue;
            }
        } catch (const Error& error) {
            if (!mayRepeat || hasBegun() || !isWorthRepeating(error.code())) throw;
            reason = errorCodeName(error.code());
        }
        const auto wait = backoff(done + 1, m_jitter);
        logMessage(LogLevel::Info,
                   redactedUrl(request.url) + ": " + reason + ", again in " + std::to_string(wait.count()) + " ms");
        m_clock.sleep(wait, request.cancel);
        if (now.timeouts.firstByte.count() > 0) now.timeouts.firstByte = std::max(now.timeouts.firstByte, kPatience);
    }
}

}  // namespace segmoe::hub
