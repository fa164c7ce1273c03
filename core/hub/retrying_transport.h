// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/hub/clock.h"
#include "core/hub/http.h"
#include "core/hub/rate_gate.h"
#include "core/hub/retry_policy.h"

namespace segmoe::hub {

/// Waits at the rate gate before every request, and asks again where that can help (hub.md §2.9): after no answer, a
/// broken one and 408, 429, 500, 502, 503, 504, as often as `patience` says, when the request allows it. What is still
/// busy then is returned as it is. A stream is not repeated once its sink has been asked; a sink is never asked about
/// a busy answer. Throws as the transport below, WaitAsked where more than its longest wait would be waited.
class RetryingTransport final : public HttpTransport {
public:
    RetryingTransport(HttpTransport& below, Clock& clock, Jitter jitter = randomJitter(), Patience patience = {})
        : m_below(below),
          m_clock(clock),
          m_jitter(std::move(jitter)),
          m_patience(patience),
          m_gate(clock, patience.longestWait) {}

    HttpResponse perform(const HttpRequest& request) override;
    HttpResponse performStreaming(const HttpRequest& request, HttpSink& sink) override;

private:
    /// `hasBegun` tells whether the answer has gone to somebody already.
    HttpResponse repeat(const HttpRequest& request, const std::function<HttpResponse(const HttpRequest&)>& ask,
                        const std::function<bool()>& hasBegun);

    HttpTransport& m_below;
    Clock& m_clock;
    Jitter m_jitter;
    Patience m_patience;
    RateGate m_gate;
};

}  // namespace segmoe::hub
